package dev.mhc.migrations.processor.entity;

/** The annotations that are understood, by qualified name: the processor needs neither Jakarta Persistence nor Hibernate. */
final class Jpa {

    private static final String PACKAGE = "jakarta.persistence.";
    private static final String HIBERNATE = "org.hibernate.annotations.";

    static final String ENTITY = PACKAGE + "Entity";
    static final String TABLE = PACKAGE + "Table";
    static final String MAPPED_SUPERCLASS = PACKAGE + "MappedSuperclass";
    static final String ID_CLASS = PACKAGE + "IdClass";
    static final String EMBEDDABLE = PACKAGE + "Embeddable";
    static final String EMBEDDED = PACKAGE + "Embedded";
    static final String EMBEDDED_ID = PACKAGE + "EmbeddedId";
    static final String ACCESS = PACKAGE + "Access";
    static final String TRANSIENT = PACKAGE + "Transient";
    static final String ID = PACKAGE + "Id";
    static final String GENERATED_VALUE = PACKAGE + "GeneratedValue";
    static final String SEQUENCE_GENERATOR = PACKAGE + "SequenceGenerator";
    static final String SEQUENCE_GENERATORS = PACKAGE + "SequenceGenerators";
    static final String TABLE_GENERATOR = PACKAGE + "TableGenerator";
    static final String TABLE_GENERATORS = PACKAGE + "TableGenerators";
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
    static final String DISCRIMINATOR_COLUMN = PACKAGE + "DiscriminatorColumn";
    static final String PRIMARY_KEY_JOIN_COLUMN = PACKAGE + "PrimaryKeyJoinColumn";
    static final String PRIMARY_KEY_JOIN_COLUMNS = PACKAGE + "PrimaryKeyJoinColumns";
    static final String SECONDARY_TABLE = PACKAGE + "SecondaryTable";
    static final String SECONDARY_TABLES = PACKAGE + "SecondaryTables";
    static final String MAPS_ID = PACKAGE + "MapsId";
    static final String ATTRIBUTE_OVERRIDE = PACKAGE + "AttributeOverride";
    static final String ATTRIBUTE_OVERRIDES = PACKAGE + "AttributeOverrides";
    static final String ASSOCIATION_OVERRIDE = PACKAGE + "AssociationOverride";
    static final String ASSOCIATION_OVERRIDES = PACKAGE + "AssociationOverrides";
    static final String CONVERTS = PACKAGE + "Converts";
    static final String MAP_KEY = PACKAGE + "MapKey";
    static final String MAP_KEY_CLASS = PACKAGE + "MapKeyClass";
    static final String MAP_KEY_COLUMN = PACKAGE + "MapKeyColumn";
    static final String MAP_KEY_ENUMERATED = PACKAGE + "MapKeyEnumerated";
    static final String MAP_KEY_TEMPORAL = PACKAGE + "MapKeyTemporal";
    static final String MAP_KEY_JOIN_COLUMN = PACKAGE + "MapKeyJoinColumn";
    static final String MAP_KEY_JOIN_COLUMNS = PACKAGE + "MapKeyJoinColumns";

    static final String COLUMN_DEFAULT = HIBERNATE + "ColumnDefault";
    static final String NOT_FOUND = "org.hibernate.annotations.NotFound";
    static final String ON_DELETE = HIBERNATE + "OnDelete";
    static final String FORMULA = HIBERNATE + "Formula";
    static final String DISCRIMINATOR_FORMULA = HIBERNATE + "DiscriminatorFormula";
    static final String PARENT = HIBERNATE + "Parent";
    static final String TENANT_ID = HIBERNATE + "TenantId";
    static final String NATURAL_ID = HIBERNATE + "NaturalId";
    static final String JDBC_TYPE_CODE = HIBERNATE + "JdbcTypeCode";
    static final String MAP_KEY_JDBC_TYPE_CODE = HIBERNATE + "MapKeyJdbcTypeCode";
    static final String FRACTIONAL_SECONDS = HIBERNATE + "FractionalSeconds";
    static final String GENERATED_COLUMN = HIBERNATE + "GeneratedColumn";
    static final String TIME_ZONE_STORAGE = HIBERNATE + "TimeZoneStorage";
    static final String TIME_ZONE_COLUMN = HIBERNATE + "TimeZoneColumn";
    static final String SOFT_DELETE = HIBERNATE + "SoftDelete";
    static final String LIST_INDEX_BASE = HIBERNATE + "ListIndexBase";
    static final String COLLECTION_ID = HIBERNATE + "CollectionId";
    static final String COLLECTION_ID_JAVA_TYPE = HIBERNATE + "CollectionIdJavaType";
    static final String GENERIC_GENERATOR = HIBERNATE + "GenericGenerator";
    static final String GENERIC_GENERATORS = HIBERNATE + "GenericGenerators";
    static final String ID_GENERATOR_TYPE = HIBERNATE + "IdGeneratorType";
    static final String NATIVE_GENERATOR = HIBERNATE + "NativeGenerator";
    static final String CHECK = HIBERNATE + "Check";
    static final String CHECKS = HIBERNATE + "Checks";
    static final String MANY_TO_ANY = HIBERNATE + "ManyToAny";

    private Jpa() {}
}
