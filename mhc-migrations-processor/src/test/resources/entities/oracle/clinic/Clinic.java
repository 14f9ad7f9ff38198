package clinic;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.*;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;

@MappedSuperclass
class BaseEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    public Integer getId() { return id; }
    public boolean isNew() { return id == null; }
}

@MappedSuperclass
class NamedEntity extends BaseEntity {
    @Column
    private String name;
}

@MappedSuperclass
class Person extends BaseEntity {
    @Column(name = "first_name", length = 30)
    private String firstName;
    @Column(name = "last_name", length = 30)
    private String lastName;
}

@Entity
@Table(name = "owners", indexes = @jakarta.persistence.Index(name = "idx_owner_last", columnList = "last_name DESC, first_name"))
class Owner extends Person {
    private String address;
    private String city;
    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "owner_id")
    @OrderBy("name")
    private final List<Pet> pets = new ArrayList<>();
}

@Entity
@Table(name = "types")
class PetType extends NamedEntity {}

@Entity
@Table(name = "pets")
@BatchSize(size = 10)
@DynamicUpdate
@SQLRestriction("name is not null")
class Pet extends NamedEntity {
    private LocalDate birthDate;
    @ManyToOne
    @JoinColumn(name = "type_id")
    private PetType type;
    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "pet_id")
    @OrderBy("date ASC")
    private final Set<Visit> visits = new LinkedHashSet<>();
}

@Entity
@Table(name = "visits")
class Visit extends BaseEntity {
    @Column(name = "visit_date")
    private LocalDate date;
    private String description;
}

@Entity
@Table(name = "vets")
class Vet extends Person {
    @ManyToMany(fetch = FetchType.EAGER)
    @JoinTable(name = "vet_specialties", joinColumns = @JoinColumn(name = "vet_id"), inverseJoinColumns = @JoinColumn(name = "specialty_id"))
    private Set<Specialty> specialties;
}

@Entity
@Table(name = "specialties")
class Specialty extends NamedEntity {}
