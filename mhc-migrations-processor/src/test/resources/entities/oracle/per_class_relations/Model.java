package per_class_relations;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Vehicle { @Id @GeneratedValue Long id; @Column(nullable = false, unique = true) String plate; @ManyToOne Owner owner; @ElementCollection Set<String> keys; @ManyToOne Vehicle tows; }
@Entity @Table(name = "cars", uniqueConstraints = @UniqueConstraint(columnNames = {"plate", "doors"})) class Car extends Vehicle { int doors; }
@Entity class Truck extends Vehicle { double load; @OneToMany List<Car> carried; }
@Entity class FireTruck extends Truck { @Embedded Ladder ladder; }
@Embeddable class Ladder { int meters; String maker; }
@Entity class Owner { @Id Long id; @OneToMany(mappedBy = "owner") List<Vehicle> vehicles; @ManyToMany Set<Vehicle> rented; @OneToOne Car main; @ManyToOne Truck truck; }
