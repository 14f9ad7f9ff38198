package generators;

import jakarta.persistence.*;
import java.util.*;

@Entity
class WithAuto {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class WithAutoInt {
    @Id
    @GeneratedValue(strategy = GenerationType.AUTO)
    int id;
}

@Entity
class WithAutoUuid {
    @Id
    @GeneratedValue
    UUID id;
}

@Entity
class WithUuidStrategy {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id;
}

@Entity
class WithIdentity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;
}

@Entity
class WithSequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_gen")
    @SequenceGenerator(name = "invoice_gen", sequenceName = "invoice_seq", allocationSize = 1, initialValue = 1000)
    Long id;
}

@Entity
@SequenceGenerator(name = "shared_gen")
class WithNamelessSequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared_gen")
    Long id;
}

@Entity
class WithDefaultSequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
}

@Entity(name = "Renamed")
@Table(name = "renamedThings")
class WithEntityName {
    @Id
    @GeneratedValue
    Long id;
}

@Entity(name = "RenamedOnly")
class WithEntityNameOnly {
    @Id
    @GeneratedValue
    Integer id;
}

@Entity
@Table(name = "`Quoted Things`")
class WithQuotedTable {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class WithQuotedSequence {
    @Id
    @GeneratedValue(generator = "quoted_gen")
    @SequenceGenerator(name = "quoted_gen", sequenceName = "`Quoted Numbers`", allocationSize = 7)
    Long id;
}

@Entity
class WithCamelCaseSequence {
    @Id
    @GeneratedValue(generator = "camelGen")
    @SequenceGenerator(name = "camelGen", sequenceName = "camelNumbers")
    Long id;
}

@Entity
class WithUnknownGenerator {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "nowhereGen")
    Long id;
}

@Entity
class WithUnknownGeneratorOfAuto {
    @Id
    @GeneratedValue(generator = "nowhere_auto")
    Short id;
}

@Entity
class WithGetter {
    private Long number;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(sequenceName = "getter_numbers", allocationSize = 5)
    public Long getNumber() {
        return number;
    }

    public void setNumber(Long number) {
        this.number = number;
    }
}

@Entity
@SequenceGenerator(sequenceName = "class_numbers", allocationSize = 20)
class WithNamelessGenerator {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@SequenceGenerators({@SequenceGenerator(name = "first_gen"), @SequenceGenerator(name = "second_gen", sequenceName = "second_numbers")})
class WithSeveralGenerators {
    @Id
    @GeneratedValue(generator = "second_gen")
    Long id;
}

@Entity
@SequenceGenerator(name = "WithGeneratorOfItsName", sequenceName = "own_name_numbers")
class WithGeneratorOfItsName {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@SequenceGenerator(name = "unused_gen", sequenceName = "unused_numbers")
class WithUnusedGenerator {
    @Id
    Long id;
}

@Entity
class WithUuidGenerator {
    @Id
    @GeneratedValue
    @org.hibernate.annotations.UuidGenerator
    String id;
}

@Entity
class WithUuidGeneratorAlone {
    @Id
    @org.hibernate.annotations.UuidGenerator
    UUID id;
}

@Entity
class WithBigInteger {
    @Id
    @GeneratedValue
    java.math.BigInteger id;
}

@Entity
class WithPrimitiveShort {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    short id;
}

class NumberedKey implements java.io.Serializable {
    Long number;
    String code;

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
@IdClass(NumberedKey.class)
class WithNumberInKey {
    @Id
    @GeneratedValue
    Long number;

    @Id
    String code;
}

@Entity
@IdClass(NumberedKey.class)
class WithNamedNumberInKey {
    @Id
    @GeneratedValue(generator = "key_gen")
    @SequenceGenerator(name = "key_gen", sequenceName = "key_numbers", allocationSize = 3)
    Long number;

    @Id
    String code;
}

@Embeddable
class NumberedId {
    @GeneratedValue
    Long number;

    String code;

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
class WithNumberInEmbeddedId {
    @EmbeddedId
    NumberedId id;
}

@Entity
class WithAutoString {
    @Id
    @GeneratedValue
    String id;
}

@Entity
class WithNamedAutoUuid {
    @Id
    @GeneratedValue(generator = "nowhere_uuid")
    UUID id;
}

@Entity
class WithLegacyNameUuid {
    @Id
    @GeneratedValue(generator = "uuid2")
    UUID id;
}

@Entity
class WithSequenceOfOne {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "of_one", allocationSize = 1)
    Long id;
}

@Entity
class WithCountingDown {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "down", allocationSize = -1)
    Long id;
}

@Entity
@SequenceGenerator(name = "named_of_class", allocationSize = 2)
class WithNamedGeneratorOfClass {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class WithNamelessGeneratorOfAttribute {
    @Id
    @GeneratedValue(generator = "attribute_gen")
    @SequenceGenerator(allocationSize = 6)
    Long id;
}

@Entity
@SequenceGenerator(name = "", allocationSize = 8)
class WithNamelessGeneratorOfClass {
    @Id
    @GeneratedValue(generator = "class_gen")
    Long id;
}

@Entity
@TableGenerator(name = "uuid_table")
class WithTableForUuid {
    @Id
    @GeneratedValue
    UUID id;
}

@Entity
class IncrementedByHibernate {
    @Id
    @GeneratedValue(generator = "increment")
    Long id;
}

@Entity
class ByNameOfStrategy {
    @Id
    @GeneratedValue(generator = "sequence")
    Long id;
}
