package dev.mhc.migrations.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Names that another processor generates in the first round, and names that nobody does. */
class UnresolvedTest {

    private static final String CONSTANTS = "package app; class Names {"
            + " static final long VERSION = 7; static final String TEXT = \"owner\"; static final int SIZE = 42; }";

    @Test
    void generatedConstantsOfAnEntity_areRead() {
        Compilation compilation = compile(
                CONSTANTS,
                source(
                        "Pet",
                        "@Entity @Table(indexes = @Index(columnList = Names.TEXT)) class Pet {"
                                + " @Id Long id; @Column(name = Names.TEXT, length = Names.SIZE) String name; }"),
                source(
                        "House",
                        "@Entity class House {"
                                + " @Id Long id; @OneToMany(mappedBy = Names.TEXT) List<Room> rooms; }"),
                source("Room", "@Entity class Room { @Id Long id; @ManyToOne House owner; }"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generated(compilation, "app.AppEntities")).contains(" owner varchar(42)\n", " index (owner)\n");
    }

    @Test
    void generatedSuperclassOfAnEntity_isRead() {
        Compilation compilation = compile(
                "package app; @jakarta.persistence.MappedSuperclass class Base { String more;"
                        + " @jakarta.persistence.ManyToOne House owner; }",
                source(
                        "House",
                        "@Entity class House {" + " @Id Long id; @OneToMany(mappedBy = \"owner\") List<Room> rooms; }"),
                source("Room", "@Entity class Room extends Base { @Id Long id; }"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generated(compilation, "app.AppEntities")).contains(" more varchar(255)\n", " owner_id bigint\n");
    }

    @Test
    void generatedEntityThatOneReferences_isRead() {
        Compilation compilation = compile(
                "package app; @jakarta.persistence.Entity class House { @jakarta.persistence.Id long id; }",
                source("Room", "@Entity class Room { @Id Long id; @ManyToOne House owner; }"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generated(compilation, "app.AppEntities"))
                .contains(" foreign key (owner_id) references House (id)\n", "\"app.House\"");
    }

    @Test
    void generatedConstantsOfMigrations_areRead() {
        Compilation compilation = compile(
                CONSTANTS,
                Compile.migration("First", "Names.VERSION"),
                JavaFileObjects.forSourceString(
                        "app.Second",
                        Compile.text(Compile.migration("Second", "8")).replace("\"Second\"", "Names.TEXT")));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generated(compilation, "app.AppMigrations"))
                .contains("new MigrationEntry(7L, \"First\"", "new MigrationEntry(8L, \"owner\"");
    }

    @Test
    void namesThatNobodyGenerates_areReportedByTheCompilerAlone() {
        Compilation compilation = compile(
                "package app; class Other {}",
                Compile.migration("First", "Missing.VERSION"),
                source("Pet", "@Entity class Pet { @Id Long id; @Column(length = Missing.SIZE) String name; }"));

        assertThat(compilation.errors())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.getMessage(Locale.ROOT)).startsWith("cannot find symbol"));
    }

    @Test
    void textThatReadsLikeAnUnresolvedValue_isAText() {
        Compilation compilation = compile(
                CONSTANTS,
                JavaFileObjects.forSourceString(
                        "app.First",
                        Compile.text(Compile.migration("First", "1")).replace("\"First\"", "\"<error>\"")));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generated(compilation, "app.AppMigrations")).contains("\"<error>\"");
    }

    private static Compilation compile(String generated, JavaFileObject... sources) {
        String name = generated.replaceFirst("(?s).*?\\bclass (\\w+).*", "$1");
        return Compiler.javac()
                .withProcessors(new GeneratingProcessor("app." + name, generated), new MigrationProcessor())
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(sources);
    }

    private static JavaFileObject source(String name, String text) {
        return JavaFileObjects.forSourceString(
                "app." + name, "package app; import jakarta.persistence.*; import java.util.*;\n" + text);
    }

    private static String generated(Compilation compilation, String name) {
        return Compile.text(compilation.generatedSourceFile(name).orElseThrow());
    }
}
