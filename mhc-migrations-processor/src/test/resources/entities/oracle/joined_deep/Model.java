package joined_deep;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "party")
class Party { @Id @Column(name = "party_id") Long id; @ManyToMany Set<Party> friends; }

@MappedSuperclass
abstract class Reachable extends Party { String phone; @ManyToOne Party contact; }

@Entity
@Table(name = "person")
@PrimaryKeyJoinColumn(name = "person_id")
class Person extends Reachable { @Column(nullable = false) String name; @ElementCollection Set<String> nick; int age; }

@Entity
@Table(name = "employee", uniqueConstraints = @UniqueConstraint(columnNames = {"badge", "firm_id"}), indexes = @Index(columnList = "badge"))
@PrimaryKeyJoinColumn(name = "employee_id", foreignKey = @ForeignKey(name = "fk_emp"))
class Employee extends Person { String badge; @ManyToOne @JoinColumn(name = "firm_id") Firm firm; @ManyToOne Employee boss; @OneToMany(mappedBy = "boss") List<Employee> team; }

@Entity
class Firm extends Reachable { @OneToMany(mappedBy = "firm") List<Employee> staff; @OneToMany List<Employee> alumni; @ManyToMany(mappedBy = "firms") Set<Contractor> contractors; }

@Entity
@PrimaryKeyJoinColumn(name = "c_id", referencedColumnName = "person_id")
class Contractor extends Person { @ManyToMany Set<Firm> firms; @OneToOne Contractor backup; }
