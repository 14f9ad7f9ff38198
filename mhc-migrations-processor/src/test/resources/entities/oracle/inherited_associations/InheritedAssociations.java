package inherited_associations;

import jakarta.persistence.*;
import java.util.*;

@MappedSuperclass
abstract class Audited {
    @ManyToOne
    @JoinColumn(name = "made_by")
    Person maker;

    @ManyToMany
    Set<Person> readers;

    @ElementCollection
    @CollectionTable(name = "audit_tags")
    Set<String> tags;
}

@Entity
class Person {
    @Id
    Long id;
}

@Entity
class Document extends Audited {
    @Id
    Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Node {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "node_person")
    Set<Person> people;

    @ManyToOne
    Person keeper;
}

@Entity
class Leaf extends Node {}

@Entity
class Branch extends Node {
    @ManyToOne
    Leaf leaf;
}
