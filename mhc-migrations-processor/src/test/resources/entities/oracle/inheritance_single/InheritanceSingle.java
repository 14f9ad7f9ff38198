package inheritance_single;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Animal {
    @Id
    Long id;

    @Column(nullable = false)
    String name;
}

@Entity
class Cat extends Animal {
    int lives;

    @Column(nullable = false)
    String colour;
}

@Entity
class Dog extends Animal {
    @ManyToOne(optional = false)
    Cat enemy;

    @Column(unique = true)
    String chip;
}

/** No annotation of its own: the strategy is that of the root. */
@Entity
class Puppy extends Dog {
    Integer weeks;
}

@Embeddable
class Collar {
    @Column(nullable = false)
    String tag;

    int size;
}

@Entity
class Horse extends Animal {
    @ManyToOne
    @JoinColumn(nullable = false)
    Cat friend;

    @ManyToOne(optional = false)
    @JoinColumn(name = "rider", nullable = true)
    Animal rider;

    @Basic(optional = false)
    String breed;

    @Embedded
    Collar collar;

    @Column(name = "height_cm")
    int height;

    @Column(columnDefinition = "integer not null")
    Integer defined;
}
