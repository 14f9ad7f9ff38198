package element_collections;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Phone {
    @Column(nullable = false)
    String number;

    String extension;
}

enum Flavour {
    SWEET,
    SOUR
}

@Entity
class Person {
    @Id
    Long id;

    @ElementCollection
    Set<String> nicknames;

    @ElementCollection
    List<Integer> scores;

    @ElementCollection
    @OrderColumn(name = "pos")
    @Column(name = "line", nullable = false, length = 70)
    List<String> lines;

    @ElementCollection
    @CollectionTable(
            name = "person_phones",
            joinColumns = @JoinColumn(name = "owner_id"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"owner_id", "number"}),
            indexes = @Index(name = "ix_phone", columnList = "number"))
    Set<Phone> phones;

    @ElementCollection
    @AttributeOverride(name = "number", column = @Column(name = "fax_number", length = 30))
    List<Phone> faxes;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Flavour> flavours;

    @ElementCollection
    @Column(unique = true)
    Set<Flavour> ordinals;

    @ElementCollection
    @CollectionTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Set<java.time.LocalDate> days;

    @ElementCollection
    @Temporal(TemporalType.DATE)
    Set<Date> birthdays;
}
