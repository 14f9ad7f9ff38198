package inheritance_joined;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class Person {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false)
    String name;
}

@Entity
class Employee extends Person {
    @Column(nullable = false)
    String badge;

    @ManyToOne
    Employee boss;
}

@Entity
@Table(name = "managers")
@PrimaryKeyJoinColumn(name = "employee_ref")
class Manager extends Employee {
    int reports;
}

@Entity
@PrimaryKeyJoinColumn(name = "person_id", foreignKey = @ForeignKey(value = ConstraintMode.NO_CONSTRAINT))
class Guest extends Person {
    boolean vip;
}

/** An empty subclass has a table all the same. */
@Entity
class Visitor extends Person {}
