package one_to_many;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Parent {
    @Id
    Long id;

    @OneToMany
    List<Child> byTable;

    @OneToMany
    Set<Child> setByTable;

    @OneToMany
    @JoinColumn(name = "parent_fk")
    List<Child> byColumn;

    @OneToMany
    @JoinColumn(name = "must_fk", nullable = false)
    List<Child> byNeededColumn;

    @OneToMany
    @JoinColumn
    List<Child> byDefaultColumn;

    @OneToMany
    @JoinColumn(name = "ordered_fk")
    @OrderColumn(name = "ordered_index")
    List<Child> ordered;

    @OneToMany
    @JoinTable(name = "links", joinColumns = @JoinColumn(name = "p"), inverseJoinColumns = @JoinColumn(name = "c"))
    Set<Child> byNamedTable;

    @OneToMany(mappedBy = "owner")
    @OrderColumn(name = "owned_index")
    List<Child> owned;
}

@Entity
class Child {
    @Id
    Long id;

    @ManyToOne
    Parent owner;

    @ManyToOne
    @JoinTable(name = "child_god")
    Parent god;
}
