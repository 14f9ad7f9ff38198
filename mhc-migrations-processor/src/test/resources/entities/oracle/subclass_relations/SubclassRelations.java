package subclass_relations;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class Company extends Party {
    @OneToMany(mappedBy = "company")
    List<Worker> workers;

    @ManyToMany
    Set<Party> partners;

    @ElementCollection
    Map<String, String> notes;
}

@Entity
class Worker extends Party {
    @ManyToOne(optional = false)
    Company company;

    @OneToOne
    Worker mate;
}

@Entity
class Contract {
    @Id
    Long id;

    @ManyToOne
    Worker worker;

    @ManyToOne
    Party party;
}

@Entity
@DiscriminatorColumn(name = "t")
class Event {
    @Id
    Long id;
}

@Entity
class Meeting extends Event {
    @ManyToMany
    Set<Worker> present;

    @OneToMany
    @JoinColumn(name = "meeting_id")
    Set<Contract> signed;

    @Column(unique = true)
    String title;
}
