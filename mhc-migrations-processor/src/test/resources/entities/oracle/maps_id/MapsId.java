package maps_id;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class DependentId implements java.io.Serializable {
    String name;
    Long emp;
}

@Entity
class Emp {
    @Id
    Long empId;
}

@Entity
class Dependent {
    @EmbeddedId
    DependentId id;

    @MapsId("emp")
    @ManyToOne
    @JoinColumn(name = "boss_ref")
    Emp boss;
}

/** The key of the parent is the whole key. */
@Entity
class Record_ {
    @EmbeddedId
    DependentId id;

    @MapsId
    @OneToOne
    Dependent dependent;
}

@Embeddable
class NestedId implements java.io.Serializable {
    DependentId dependent;
    int number;
}

@Entity
class Nested {
    @EmbeddedId
    NestedId id;

    @MapsId("dependent")
    @ManyToOne
    @JoinColumn(name = "dep_name", referencedColumnName = "name")
    @JoinColumn(name = "dep_emp", referencedColumnName = "boss_ref")
    Dependent of;
}

@Entity
class Profile {
    @Id
    Long id;

    @MapsId
    @OneToOne
    @JoinColumn(name = "person_id")
    Emp emp;
}
