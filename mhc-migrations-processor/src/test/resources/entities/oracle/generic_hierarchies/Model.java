package generic_hierarchies;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

interface Identified<T extends Serializable> { T getId(); }

@MappedSuperclass
abstract class Base<ID extends Serializable> implements Identified<ID> {
    @Id
    private ID id;
    @Version
    private Long version;
    public ID getId() { return id; }
}

@MappedSuperclass
abstract class Node<ID extends Serializable, SELF extends Node<ID, SELF>> extends Base<ID> {
    @ManyToOne(fetch = FetchType.LAZY)
    private SELF parent;
    @OneToMany(mappedBy = "parent")
    private List<SELF> children;
}

@MappedSuperclass
abstract class Translatable<T extends Translation> extends Base<String> {
    @OneToMany
    private Map<String, T> translations;
    @OneToOne
    private T main;
}

@Entity
class Category extends Node<UUID, Category> {
    String title;
}

@Entity
class Place extends Node<Long, Place> {
    @Convert(converter = TagsConverter.class)
    List<String> tags;
}

@Converter
class TagsConverter extends JoinConverter<List<String>> {
    public List<String> convertToEntityAttribute(String s) { return List.of(s); }
}

abstract class JoinConverter<X> implements AttributeConverter<X, String> {
    public String convertToDatabaseColumn(X x) { return x.toString(); }
}

@MappedSuperclass
abstract class Translation extends Base<Long> { String text; }

@Entity
class ProductTranslation extends Translation { String extra; }

@Entity
class Product extends Translatable<ProductTranslation> {}

@MappedSuperclass
abstract class Valued<V, E extends Enum<E>> extends Base<Integer> {
    V value_;
    @Enumerated(EnumType.STRING)
    E kind;
    @ElementCollection
    Set<E> kinds;
    @ElementCollection
    List<V> values_;
    @Embedded
    Range<V> range;
}

@Embeddable
class Range<V> {
    V low;
    V high;
}

@Entity
class IntSetting extends Valued<Integer, IntSetting.Kind> {
    enum Kind { A, LONGER }
}

@Entity
class DateSetting extends Valued<java.time.LocalDate, DateSetting.Kind> {
    enum Kind { XX, Y }
}
