package embeddables;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Zip {
    @Column(length = 10)
    String code;

    String plusFour;
}

@Embeddable
class Address {
    @Column(nullable = false)
    String street;

    Zip zip;

    @ManyToOne
    Country country;

    @ElementCollection
    Set<String> hints;
}

@MappedSuperclass
class Span {
    java.time.LocalDate fromDay;
    java.time.LocalDate toDay;
}

@Embeddable
class Period extends Span {
    boolean open;
}

@Entity
class Country {
    @Id
    String iso;
}

@Entity
class Contact {
    @Id
    Long id;

    Address home;

    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 99)),
        @AttributeOverride(name = "zip.code", column = @Column(name = "work_zip", nullable = false)),
        @AttributeOverride(name = "zip.plusFour", column = @Column(name = "work_plus"))
    })
    @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "work_country"))
    @AssociationOverride(name = "hints", joinTable = @JoinTable(name = "work_hints"))
    Address work;

    Period valid;
}

@Embeddable
class Sized<T> {
    T size;
}

@Entity
class Box {
    @Id
    Long id;

    Sized<Integer> width;
}
