package interfaces_as_targets;

import jakarta.persistence.*;
import java.util.*;

interface Named {
    String name();
}

@Entity
class City implements Named {
    @Id
    Long id;

    @Override
    public String name() {
        return "";
    }
}

@Entity
class Trip {
    @Id
    Long id;

    @ManyToOne(targetEntity = City.class)
    Named goal;

    @OneToMany(targetEntity = City.class)
    @JoinColumn(name = "trip_id")
    List<? extends Named> stops;

    @ElementCollection(targetClass = String.class)
    Collection<?> remarks;
}
