package dev.mhc.migrations.processor;

/** The annotations that are understood, by qualified name: the processor needs neither Jakarta Persistence nor Hibernate. */
final class Jpa {

    private static final String PACKAGE = "jakarta.persistence.";
    private static final String HIBERNATE = "org.hibernate.annotations.";

    static final String ENTITY = PACKAGE + "Entity";
    static final String TABLE = PACKAGE + "Table";
    static final String MAPPED_SUPERCLASS = PACKAGE + "MappedSuperclass";
    static final String EMBEDDABLE = PACKAGE + "Embeddable";
    static final String EMBEDDED = PACKAGE + "Embedded";
    static final String EMBEDDED_ID = PACKAGE + "EmbeddedId";
    static final String ACCESS = PACKAGE + "Access";
    static final String TRANSIENT = PACKAGE + "Transient";
    static final String ID = PACKAGE + "Id";
    static final String GENERATED_VALUE = PACKAGE + "GeneratedValue";
    static final String VERSION = PACKAGE + "Version";
    static final String BASIC = PACKAGE + "Basic";
    static final String COLUMN = PACKAGE + "Column";
    static final String LOB = PACKAGE + "Lob";
    static final String ENUMERATED = PACKAGE + "Enumerated";
    static final String ENUMERATED_VALUE = PACKAGE + "EnumeratedValue";
    static final String TEMPORAL = PACKAGE + "Temporal";
    static final String CONVERT = PACKAGE + "Convert";
    static final String CONVERTER = PACKAGE + "Converter";
    static final String ATTRIBUTE_CONVERTER = PACKAGE + "AttributeConverter";
    static final String MANY_TO_ONE = PACKAGE + "ManyToOne";
    static final String ONE_TO_ONE = PACKAGE + "OneToOne";
    static final String ONE_TO_MANY = PACKAGE + "OneToMany";
    static final String MANY_TO_MANY = PACKAGE + "ManyToMany";
    static final String ELEMENT_COLLECTION = PACKAGE + "ElementCollection";
    static final String JOIN_COLUMN = PACKAGE + "JoinColumn";
    static final String JOIN_COLUMNS = PACKAGE + "JoinColumns";
    static final String JOIN_TABLE = PACKAGE + "JoinTable";
    static final String COLLECTION_TABLE = PACKAGE + "CollectionTable";
    static final String ORDER_COLUMN = PACKAGE + "OrderColumn";
    static final String INHERITANCE = PACKAGE + "Inheritance";

    static final String COLUMN_DEFAULT = HIBERNATE + "ColumnDefault";
    static final String ON_DELETE = HIBERNATE + "OnDelete";
    static final String FORMULA = HIBERNATE + "Formula";
    static final String PARENT = HIBERNATE + "Parent";
    static final String MANY_TO_ANY = HIBERNATE + "ManyToAny";

    private Jpa() {}
}
