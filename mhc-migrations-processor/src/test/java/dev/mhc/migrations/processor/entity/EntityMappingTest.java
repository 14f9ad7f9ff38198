package dev.mhc.migrations.processor.entity;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.mhc.migrations.processor.entity.EntityCompilation.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Sequence;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One feature of the mapping after the other, each from source to schema. */
class EntityMappingTest {

    private static final String CUSTOMER =
            source("@Entity class Customer { @Id Long id; @Column(unique = true) String code; }");

    @Test
    void compileWithoutEntities_generatesNothing() {
        EntityCompilation compilation = EntityCompilation.of("package shop;\nclass Plain {}\n");

        assertThat(compilation.compilation()).succeeded();
        assertThat(compilation.compilation().generatedSourceFiles()).isEmpty();
    }

    @Test
    void javaTypes_giveColumnTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("boolean", "boolean");
        types.put("Boolean", "boolean");
        types.put("byte", "smallint");
        types.put("Short", "smallint");
        types.put("int", "integer");
        types.put("Long", "bigint");
        types.put("float", "real");
        types.put("Double", "double precision");
        types.put("@Column(precision = 5) double", "real");
        types.put("java.time.Duration", "decimal(21, 0)");
        types.put("java.math.BigDecimal", "decimal(38, 2)");
        types.put("@Column(precision = 10) java.math.BigDecimal", "decimal(10, 0)");
        types.put("@Column(precision = 10, scale = 4) java.math.BigDecimal", "decimal(10, 4)");
        types.put("java.math.BigInteger", "decimal(38, 0)");
        types.put("String", "varchar(255)");
        types.put("@Column(length = 40) String", "varchar(40)");
        types.put("@Column(length = 16777216) String", "text");
        types.put("@Column(columnDefinition = \"TEXT\") String", "text");
        types.put("@Column(columnDefinition = \"citext\") String", "citext");
        types.put("@Lob String", "clob");
        types.put("@Lob byte[]", "blob");
        types.put("byte[]", "binary");
        types.put("char[]", "varchar(255)");
        types.put("char", "char(1)");
        types.put("java.time.LocalDate", "date");
        types.put("java.time.LocalTime", "time");
        types.put("java.time.LocalDateTime", "timestamp");
        types.put("java.time.Instant", "timestamp with time zone");
        types.put("java.time.OffsetDateTime", "timestamp with time zone");
        types.put("java.time.ZonedDateTime", "timestamp with time zone");
        types.put("java.sql.Timestamp", "timestamp");
        types.put("java.sql.Date", "date");
        types.put("Date", "timestamp");
        types.put("UUID", "uuid");
        types.put("Thread.State", "smallint");
        types.put("@Enumerated(EnumType.STRING) Thread.State", "varchar(255)");
        types.put("@Enumerated(EnumType.STRING) @Column(length = 9) Thread.State", "varchar(9)");

        Map<String, String> mapped = new LinkedHashMap<>();
        List<Column> columns = columnsOf(types.keySet());
        types.keySet()
                .forEach(it -> mapped.put(it, columns.get(mapped.size()).type().toString()));
        assertThat(mapped).isEqualTo(types);
    }

    @Test
    void nullability_followsTheAnnotations() {
        Map<String, Boolean> nullable = new LinkedHashMap<>();
        nullable.put("int", false);
        nullable.put("Integer", true);
        nullable.put("@Column(nullable = false) Integer", false);
        nullable.put("@Basic(optional = false) Integer", false);
        nullable.put("@Column(unique = true) int", true);
        nullable.put("@Column(nullable = true) int", true);
        nullable.put("@Version Integer", false);
        nullable.put("@Column(columnDefinition = \"integer not null\") Integer", false);
        nullable.put("@ManyToOne Thing", true);
        nullable.put("@ManyToOne(optional = false) Thing", false);
        nullable.put("@ManyToOne @JoinColumn(nullable = false) Thing", false);
        nullable.put("@OneToOne(optional = false) Thing", false);
        nullable.put("@Embedded Part", true);

        Map<String, Boolean> mapped = new LinkedHashMap<>();
        List<Column> columns = columnsOf(nullable.keySet());
        nullable.keySet()
                .forEach(it -> mapped.put(it, columns.get(mapped.size()).nullable()));
        assertThat(mapped).isEqualTo(nullable);
    }

    /** The columns of one entity with an attribute for each declaration. */
    private static List<Column> columnsOf(Collection<String> declarations) {
        StringBuilder attributes = new StringBuilder();
        declarations.forEach(it ->
                attributes.append(it).append(" a").append(attributes.length()).append(";\n"));
        EntityCompilation compilation = EntityCompilation.of(source(
                "@Entity class Thing { @Id Long id;\n" + attributes + "}\n@Embeddable class Part { int inPart; }"));
        List<Column> columns = compilation.table("Thing").columns();
        return columns.subList(1, columns.size());
    }

    @Test
    void fieldAccess_leavesOutStaticTransientAndGetters() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Thing {
                    static int count;
                    @Id Long id;
                    transient int scratch;
                    @Transient int skipped;
                    final String kept = "";
                    public String getComputed() { return ""; }
                }
                """));

        assertThat(columns(compilation.table("Thing"))).containsExactly("id", "kept");
    }

    @Test
    void propertyAccess_readsGettersAsBeansNameThem() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Thing {
                    private int field;
                    @Id public Long getId() { return null; }
                    public String getURL() { return ""; }
                    public boolean isOpen() { return true; }
                    public Boolean isBoxed() { return true; }
                    @Column(name = "title") public String getName() { return ""; }
                    @Transient public String getSkipped() { return ""; }
                    public String get() { return ""; }
                    public String getWith(int argument) { return ""; }
                    public static String getStatic() { return ""; }
                    public String other() { return ""; }
                }
                """));

        assertThat(columns(compilation.table("Thing"))).containsExactly("id", "URL", "open", "boxed", "title");
    }

    @Test
    void accessAnnotation_addsOneAttributeOfTheOtherKind() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Thing {
                    @Id Long id;
                    @Transient String name;
                    @Access(AccessType.PROPERTY) @Column(name = "stored_name") public String getName() { return name; }
                }
                """));

        assertThat(columns(compilation.table("Thing"))).containsExactly("id", "stored_name");
    }

    @Test
    void mappedSuperclassInCompiledJar_givesItsAttributesWithTypesResolved(@TempDir Path folder) throws IOException {
        Path classes = compileToFolder(folder, "Base.java", """
                package lib;
                import jakarta.persistence.*;
                @MappedSuperclass public abstract class Base<I> {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) I id;
                    @Version int version;
                    @Column(name = "made_at", nullable = false) java.time.LocalDateTime made;
                }
                """);

        EntityCompilation compilation = EntityCompilation.of(
                List.of(source("@Entity class Thing extends lib.Base<Integer> { String name; }")),
                "-cp",
                classes + System.getProperty("path.separator") + System.getProperty("java.class.path"));

        assertThat(compilation.table("Thing").columns())
                .containsExactly(
                        Column.of("id", ColumnType.integer()).notNull().generated(Column.Generation.IDENTITY),
                        Column.of("version", ColumnType.integer()).notNull(),
                        Column.of("made_at", ColumnType.timestamp()).notNull(),
                        Column.of("name", ColumnType.varchar(255)));
    }

    @Test
    void entityInCompiledJar_isReferencedByItsTableAndKey(@TempDir Path folder) throws IOException {
        Path classes = compileToFolder(folder, "Account.java", """
                package lib;
                import jakarta.persistence.*;
                @Entity @Table(name = "accounts") public class Account {
                    @Id @Column(name = "account_no", length = 12) String number;
                }
                """);

        EntityCompilation compilation = EntityCompilation.of(
                List.of(source("@Entity class Thing { @Id Long id; @ManyToOne lib.Account owner; }")),
                "-cp",
                classes + System.getProperty("path.separator") + System.getProperty("java.class.path"));

        Table table = compilation.table("Thing");
        assertThat(table.column("owner_account_no")).contains(Column.of("owner_account_no", ColumnType.varchar(12)));
        assertThat(table.foreignKeys()).containsExactly(ForeignKey.of("owner_account_no", "accounts", "account_no"));
        assertThat(compilation.schema().entities()).containsExactly("shop.Thing");
    }

    @Test
    void embeddable_putsItsColumnsIntoTheTable() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Thing { @Id Long id; @Embedded Address address; Money price; }
                @Embeddable class Address { @Column(name = "zip", nullable = false) String code; Place place; }
                @Embeddable class Place { @ManyToOne Thing parent; }
                @Embeddable record Money(java.math.BigDecimal amount, String currency) {}
                """));

        assertThat(columns(compilation.table("Thing"))).containsExactly("id", "zip", "parent_id", "amount", "currency");
        assertThat(compilation.table("Thing").foreignKeys()).containsExactly(ForeignKey.of("parent_id", "Thing", "id"));
    }

    @Test
    void associations_nameTheirColumnsByAttributeAndKey() {
        EntityCompilation compilation = EntityCompilation.of(CUSTOMER, source("""
                @Entity class Thing {
                    @Id Long id;
                    @ManyToOne Customer buyer;
                    @OneToOne Customer owner;
                    @ManyToOne @JoinColumn(name = "code", referencedColumnName = "code") Customer byCode;
                    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Customer loose;
                    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "fk_thing_named")) Customer named;
                    @OneToMany(mappedBy = "parent") List<Thing> children;
                    @ManyToOne Thing parent;
                }
                """));

        Table table = compilation.table("Thing");
        assertThat(columns(table))
                .containsExactly("id", "buyer_id", "owner_id", "code", "loose_id", "named_id", "parent_id");
        assertThat(table.foreignKeys())
                .containsExactly(
                        ForeignKey.of("buyer_id", "Customer", "id"),
                        ForeignKey.of("owner_id", "Customer", "id"),
                        ForeignKey.of("code", "Customer", "code"),
                        ForeignKey.of("named_id", "Customer", "id").named("fk_thing_named"),
                        ForeignKey.of("parent_id", "Thing", "id"));
        assertThat(table.uniqueKeys()).containsExactly(UniqueKey.of("owner_id"));
        assertThat(table.column("code").orElseThrow().type()).isEqualTo(ColumnType.varchar(255));
    }

    @Test
    void inverseOneToOne_hasNoColumn() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Thing { @Id Long id; @OneToOne(mappedBy = "thing") Detail detail; }
                @Entity class Detail { @Id Long id; @OneToOne Thing thing; }
                """));

        assertThat(columns(compilation.table("Thing"))).containsExactly("id");
        assertThat(columns(compilation.table("Detail"))).containsExactly("id", "thing_id");
    }

    @Test
    void onDelete_isTheActionOfTheForeignKey() {
        EntityCompilation compilation = EntityCompilation.of(CUSTOMER, source("""
                @Entity class Thing {
                    @Id Long id;
                    @ManyToOne
                    @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.SET_NULL)
                    Customer buyer;
                }
                """));

        assertThat(compilation.table("Thing").foreignKeys())
                .containsExactly(ForeignKey.of("buyer_id", "Customer", "id").onDelete(ReferentialAction.SET_NULL));
    }

    @Test
    void readOnlyAttribute_sharesTheColumnOfAnother() {
        EntityCompilation compilation = EntityCompilation.of(CUSTOMER, source("""
                @Entity class Thing {
                    @Id Long id;
                    @Column(name = "buyer_id") Long buyerId;
                    @ManyToOne(optional = false)
                    @JoinColumn(name = "buyer_id", insertable = false, updatable = false) Customer buyer;
                }
                """));

        Table table = compilation.table("Thing");
        assertThat(columns(table)).containsExactly("id", "buyer_id");
        assertThat(table.foreignKeys()).containsExactly(ForeignKey.of("buyer_id", "Customer", "id"));
        // The number comes first, which may be missing; shown_columns asks Hibernate.
        assertThat(table.column("buyer_id").orElseThrow().nullable()).isTrue();
    }

    @Test
    void keysOfTable_nameColumnsAsMappedOrAsStored() {
        EntityCompilation compilation = EntityCompilation.snakeCase(source("""
                @Entity
                @Table(
                        indexes = {
                            @Index(name = "ix_thing_sorted", columnList = "firstName ASC, last_name desc"),
                            @Index(columnList = "lastName", unique = true)
                        },
                        uniqueConstraints = @UniqueConstraint(name = "uq_names", columnNames = {"firstName", "lastName"}))
                class Thing { @Id Long id; String firstName; String lastName; }
                """));

        Table table = compilation.table("thing");
        assertThat(table.indexes())
                .containsExactly(
                        Index.on(Index.Part.column("first_name"), Index.Part.descending("last_name"))
                                .named("ix_thing_sorted"),
                        Index.on(Index.Part.column("last_name")).refusingDuplicates());
        assertThat(table.uniqueKeys())
                .containsExactly(UniqueKey.of("first_name", "last_name").named("uq_names"));
    }

    @Test
    void columnDefinition_givesTypeNullnessAndDefault() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Thing {
                    @Id Long id;
                    @Column(columnDefinition = "varchar(20) default 'a b' not null") String name;
                    @org.hibernate.annotations.ColumnDefault("now()") java.time.LocalDateTime at;
                }
                """));

        assertThat(compilation.column("Thing", "name"))
                .isEqualTo(Column.of("name", ColumnType.declared("varchar(20)"))
                        .notNull()
                        .withDefault(new DefaultValue.Expression("'a b'")));
        assertThat(compilation.column("Thing", "at").defaultValue()).contains(new DefaultValue.Expression("now()"));
    }

    @Test
    void identity_isGeneratedByTheDatabase_othersAreNumberedBySequencesAndTables() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class A { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; }
                @Entity class B { @Id @GeneratedValue Long id; }
                @Entity class C { @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id; }
                @Entity class D { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; }
                @Entity class E { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; }
                """));

        assertThat(compilation.column("A", "id").generation()).isEqualTo(Column.Generation.IDENTITY);
        assertThat(compilation.column("B", "id").generation()).isEqualTo(Column.Generation.NONE);
        assertThat(compilation.column("C", "id").generation()).isEqualTo(Column.Generation.NONE);
        assertThat(compilation.schema().schema().sequences()).containsExactly(Sequence.of("B_SEQ", 50));
        assertThat(columns(compilation.table("hibernate_sequences"))).containsExactly("sequence_name", "next_val");
        assertThat(compilation.schema().notes()).isEmpty();
        assertThat(compilation.schema().uncheckedTables()).isEmpty();
    }

    @Test
    void twoEntitiesThatAgree_shareATable() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity @Table(name = "things") class Whole { @Id Long id; String name; @Lob String text; }
                @Entity @Table(name = "THINGS") class Summary { @Id Long id; String name; Integer size; }
                """));

        assertThat(compilation.schema().schema().tables()).hasSize(1);
        assertThat(columns(compilation.table("things"))).containsExactly("id", "name", "size", "text");
    }

    @Test
    void nestedEntity_isNamedAsTheClassFile() {
        EntityCompilation compilation = EntityCompilation.of(
                source("class Shop { @Entity @Table(name = \"t\") static class Thing { @Id Long id; } }"));

        assertThat(compilation.schema().entities()).containsExactly("shop.Shop$Thing");
    }

    @Test
    void hundredsOfTables_compileAndComeBackSorted() {
        StringBuilder entities = new StringBuilder();
        IntStream.range(0, 250)
                .forEach(i -> entities.append("@Entity @Table(name = \"t%03d\") class E%d { @Id Long id; String s; }\n"
                        .formatted(249 - i, i)));

        Schema schema =
                EntityCompilation.of(source(entities.toString())).schema().schema();

        assertThat(schema.tables().stream().map(Table::name))
                .containsExactlyElementsOf(
                        IntStream.range(0, 250).mapToObj("t%03d"::formatted).toList());
    }

    @Test
    void tableNamesThatAreNoJavaNames_giveCodeThatCompiles() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity @Table(name = "class") class A { @Id Long id; }
                @Entity @Table(name = "a-b") class B { @Id Long id; }
                @Entity @Table(name = "a_b") class C { @Id Long id; }
                @Entity @Table(name = "1 \\"$L\\" \\\\ ä") class D { @Id Long id; }
                """));

        EntitySchema schema = compilation.schema();
        assertThat(schema.schema().tables().stream().map(Table::name))
                .containsExactly("1 \"$L\" \\ ä", "a-b", "a_b", "class");
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static Path compileToFolder(Path folder, String name, String source) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, source, StandardCharsets.UTF_8);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(result).isZero();
        return classes;
    }
}
