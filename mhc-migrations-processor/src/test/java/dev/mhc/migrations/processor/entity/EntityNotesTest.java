package dev.mhc.migrations.processor.entity;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.mhc.migrations.processor.entity.EntityCompilation.source;
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
                "@Convert(converter = Opaque.class) String it",
                "@org.hibernate.annotations.Any @JoinColumn(name = \"any_id\") Object it",
                "@org.hibernate.annotations.JavaType(org.hibernate.type.descriptor.java.StringJavaType.class) String it",
                "@org.hibernate.annotations.JdbcType(org.hibernate.type.descriptor.jdbc.CharJdbcType.class) String it",
                "@org.hibernate.annotations.Type(Codes.class) String it",
                "@org.hibernate.annotations.CompositeType(Parts.class) Part it",
                "@org.hibernate.annotations.Struct(name = \"part\") Part it",
                "@ManyToOne @org.hibernate.annotations.JoinFormula(\"id + 1\") Thing it",
                "Object it",
                "@Column(table = \"other\") String it",
                "@Column(columnDefinition = \"integer check (it > 0)\") Integer it",
                "@ManyToOne @JoinColumn(referencedColumnName = \"other_id\") Holder it",
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
                @Entity class Holder { @Id Long id; Part part; @OneToOne Other other; }
                abstract class Codes implements org.hibernate.usertype.UserType<String> {}
                abstract class Parts implements org.hibernate.usertype.CompositeUserType<Part> {}
                @Converter class Opaque implements AttributeConverter<String, Object> {
                    public Object convertToDatabaseColumn(String value) { return value; }
                    public String convertToEntityAttribute(Object value) { return ""; }
                }
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Table(schema = \"sales\")",
                "@Table(catalog = \"sales\")",
                "@org.hibernate.annotations.View(query = \"SELECT 1 AS id, '' AS name\")",
                "@org.hibernate.annotations.Subselect(\"SELECT 1 AS id, '' AS name\")",
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
}
