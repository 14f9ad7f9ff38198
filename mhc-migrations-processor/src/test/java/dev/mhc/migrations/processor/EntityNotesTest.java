package dev.mhc.migrations.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.mhc.migrations.processor.EntityCompilation.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is said at the element and in the schema, and its table is not described. */
class EntityNotesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Convert(converter = Inverted.class) String it",
                "@EmbeddedId Part it",
                "@AttributeOverride(name = \"size\", column = @Column(name = \"s\")) @Embedded Part it",
                "@org.hibernate.annotations.JdbcTypeCode(12) String it",
                "@org.hibernate.annotations.NaturalId String it",
                "List<String> it",
                "Object it",
                "java.time.Duration it",
                "@Lob java.io.Serializable it",
                "Precise it",
                "@Column(secondPrecision = 3) java.time.LocalDateTime it",
                "@Column(precision = 5) double it",
                "@Column(table = \"other\") String it",
                "@Column(columnDefinition = \"integer check (it > 0)\") Integer it",
                "@ManyToOne Composite it",
                "@ManyToOne @JoinTable(name = \"thing_links\") Thing it",
                "@ManyToOne @JoinColumn(referencedColumnName = \"size\") Holder it",
                "@ManyToOne @JoinColumn(referencedColumnName = \"other_id\") Holder it",
                "@Embedded Larger it",
                "@ManyToOne @JoinColumn(name = \"a\") @JoinColumn(name = \"b\") Thing it",
            })
    void notUnderstoodAttribute_leavesItsTableOut(String attribute) {
        String source = source("""
                @Entity class Other { @Id Long id; }
                @Entity class Thing {
                    @Id Long id;
                    %s;
                }
                @Embeddable class Part { Integer size; }
                @Embeddable class Larger extends Part { Integer length; }
                @Entity class Holder { @Id Long id; Part part; @OneToOne Other other; }
                @Entity class Composite { @Id Long first; @Id Long second; }
                @Converter class Inverted implements AttributeConverter<String, String> {
                    public String convertToDatabaseColumn(String s) { return s; }
                    public String convertToEntityAttribute(String s) { return s; }
                }
                enum Precise { ONE; @EnumeratedValue final int value = 1; }
                """.formatted(attribute));
        EntityCompilation compilation = EntityCompilation.of(source);

        EntitySchema schema = compilation.schema();
        assertThat(schema.schema().table("Thing")).isEmpty();
        assertThat(schema.schema().table("Other")).isPresent();
        assertThat(schema.uncheckedTables()).contains("Thing").doesNotContain("Other");
        assertThat(schema.notes())
                .anySatisfy(it -> assertThat(it)
                        .startsWith("shop.Thing.it: ")
                        .endsWith(" is not understood yet. Table Thing is not compared with the database."));
        assertThat(compilation.compilation())
                .hadNoteContaining("[NotUnderstood] shop.Thing.it: ")
                .inFile(EntityCompilation.file(source))
                .onLineContaining(" it;");
    }

    @Test
    void valuesAndLinksInTablesOfTheirOwn_leaveOnlyThoseOut() {
        EntitySchema schema = EntityCompilation.snakeCase(source("""
                        @Entity class OrderLine {
                            @Id Long id;
                            @ElementCollection List<String> tagNames;
                            @ElementCollection @CollectionTable(name = "sizes") Set<Integer> sizes;
                            @ManyToMany List<BigItem> items;
                            @ManyToMany @JoinTable(name = "gifts") List<BigItem> gifts;
                            @OneToMany List<BigItem> spares;
                        }
                        @Entity class BigItem { @Id Long id; @ManyToMany(mappedBy = "items") List<OrderLine> lines; }
                        """)).schema();

        assertThat(tables(schema)).containsExactly("big_item", "order_line");
        assertThat(schema.uncheckedTables())
                .containsExactly("gifts", "order_line_big_item", "order_line_tag_names", "sizes");
    }

    @Test
    void joinColumnOnTheSideOfMany_leavesTheOtherTableOut() {
        EntitySchema schema = EntityCompilation.of(source("""
                        @Entity class Whole {
                            @Id Long id;
                            @OneToMany @JoinColumn(name = "whole_id") List<Part> parts;
                        }
                        @Entity class Part { @Id Long id; }
                        """)).schema();

        assertThat(tables(schema)).containsExactly("Whole");
        assertThat(schema.uncheckedTables()).containsExactly("Part");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Inheritance",
                "@SecondaryTable(name = \"more\")",
                "@Table(schema = \"sales\")",
                "@Table(catalog = \"sales\")",
                "@org.hibernate.annotations.SoftDelete",
                "@Table(indexes = @Index(columnList = \"lower(name)\"))",
            })
    void notUnderstoodClass_leavesItsTableOut(String annotation) {
        String source = source("@Entity\n" + annotation + "\nclass Thing { @Id Long id; String name; }");
        EntityCompilation compilation = EntityCompilation.of(source);

        assertThat(compilation.schema().uncheckedTables()).containsExactly("Thing");
        assertThat(tables(compilation.schema())).isEmpty();
        assertThat(compilation.compilation())
                .hadNoteContaining("[NotUnderstood] shop.Thing: ")
                .inFile(EntityCompilation.file(source))
                .onLineContaining(annotation);
    }

    @Test
    void inheritance_leavesTheTablesOfAllItsEntitiesOut() {
        EntitySchema schema = EntityCompilation.of(source("""
                        @Entity class Base { @Id Long id; }
                        @Entity class Derived extends Base { String more; }
                        @Entity class Referencing { @Id Long id; @ManyToOne Base base; @ManyToOne Referencing other; }
                        @Entity class ToDerived { @Id Long id; @ManyToOne Derived derived; }
                        """)).schema();

        assertThat(tables(schema)).containsExactly("Referencing");
        assertThat(schema.uncheckedTables()).containsExactly("Base", "Derived", "ToDerived");
    }

    @Test
    void autoAppliedConverter_leavesTheTablesOut_whoseAttributesItTakes() {
        EntitySchema schema = EntityCompilation.of(source("""
                        @Entity class Thing { @Id Long id; UUID key; }
                        @Entity class Other { @Id Long id; }
                        @Converter(autoApply = true) class Keys implements AttributeConverter<UUID, String> {
                            public String convertToDatabaseColumn(UUID it) { return ""; }
                            public UUID convertToEntityAttribute(String it) { return null; }
                        }
                        """)).schema();

        assertThat(tables(schema)).containsExactly("Other");
        assertThat(schema.notes())
                .containsExactly("shop.Thing.key: the converter that applies to java.util.UUID is not understood yet."
                        + " Table Thing is not compared with the database.");
    }

    @Test
    void attributesWithoutColumn_leaveNothingOut() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Thing {
                    @Id Long id;
                    @org.hibernate.annotations.Formula("1 + 1") Integer computed;
                }
                """));

        assertThat(compilation.table("Thing").columns()).hasSize(1);
        assertThat(compilation.compilation()).succeededWithoutWarnings();
        assertThat(compilation.schema().notes()).isEmpty();
    }

    private static List<String> tables(EntitySchema schema) {
        return schema.schema().tables().stream().map(Table::name).toList();
    }

    @Test
    void keyOnTheColumnOfAnotherSide_isNoError() {
        EntitySchema schema = EntityCompilation.of(source("""
                        @Entity class House {
                            @Id Long id;
                            @OneToMany @JoinColumn(name = "house_id") List<Room> rooms;
                        }
                        @Entity @Table(indexes = @Index(columnList = "house_id")) class Room { @Id Long id; }
                        @Entity @Table(uniqueConstraints = @UniqueConstraint(columnNames = "wheels")) class Vehicle {
                            @Id Long id;
                        }
                        @Entity class Car extends Vehicle { int wheels; }
                        """)).schema();

        assertThat(schema.uncheckedTables()).contains("Room", "Vehicle");
    }
}
