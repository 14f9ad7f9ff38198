package one_to_one;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Wheel {
    @Id
    Long id;

    @OneToOne(mappedBy = "wheel")
    Axle axle;
}

@Entity
class Axle {
    @Id
    Long id;

    @OneToOne
    Wheel wheel;

    @OneToOne(optional = false)
    @JoinColumn(name = "spare")
    Wheel spareWheel;

    @OneToOne
    @JoinTable(name = "axle_oil", joinColumns = @JoinColumn(name = "axle"), inverseJoinColumns = @JoinColumn(name = "w"))
    Wheel oil;

    @OneToOne
    @JoinColumn(unique = false, foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Wheel free;
}

@Entity
class Detail {
    @Id
    Long id;

    @OneToOne
    @PrimaryKeyJoinColumn
    Wheel of;
}

@Entity
class Shared {
    @Id
    Long id;

    @MapsId
    @OneToOne
    Wheel wheel;
}

@Entity
class Derived {
    @Id
    @OneToOne
    Wheel wheel;

    String note;
}
