package generics;

import jakarta.persistence.*;
import java.util.*;

@MappedSuperclass
abstract class Tree<T extends Tree<T>> {
    @Id
    Long id;

    @ManyToOne
    T parent;

    @OneToMany(mappedBy = "parent")
    List<T> children;
}

@Entity
class Folder extends Tree<Folder> {
    String name;
}

@MappedSuperclass
abstract class Valued<V, E extends Enum<E>> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    V value_;

    @Enumerated(EnumType.STRING)
    E kind;

    @ElementCollection
    Set<V> values_;
}

enum Unit {
    M,
    S
}

@Entity
class Length extends Valued<java.math.BigDecimal, Unit> {}

@Entity
class Remark extends Valued<String, Unit> {}

@Embeddable
class Pair<A, B> {
    A first;
    B second;
}

@MappedSuperclass
abstract class HasPair<A> {
    @Embedded
    Pair<A, Integer> pair;
}

@Entity
class Paired extends HasPair<String> {
    @Id
    Long id;
}
