package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationTemplateTest {

    private static final long VERSION = 20250601180102L;

    @TempDir
    private Path classes;

    @Test
    void source_readsAsIfWrittenByHand() throws Exception {
        MigrationName name = MigrationName.parse("add_is_verified_to_users");

        assertThat(MigrationTemplate.source("dev.mhc.coach", name, VERSION, name.description()))
                .isEqualTo("""
                        package dev.mhc.coach;

                        import dev.mhc.migrations.Migration;
                        import dev.mhc.migrations.ReversibleMigration;
                        import dev.mhc.migrations.operation.SchemaEditor;
                        import dev.mhc.migrations.schema.ColumnType;

                        /** The types of columns are in {@link ColumnType}. */
                        @Migration(version = 2025_06_01_180102L, description = "Add is_verified to users")
                        public final class M20250601180102AddIsVerifiedToUsers implements ReversibleMigration {

                            @Override
                            public void up(SchemaEditor schema) {
                                // schema.alterTable("users", t -> t.addColumn("is_verified", ColumnType.bool()).notNull().defaultValue(false));
                            }

                            @Override
                            public void down(SchemaEditor schema) {
                                // schema.alterTable("users", t -> t.dropColumn("is_verified"));
                            }
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add_is_verified_to_users",
                "add_summary_to_conversations",
                "drop_score_from_memories",
                "rename_notes_to_remarks",
                "create_messages_table",
                "drop_messages",
                "class",
                "1st",
                "Backfill scores",
                "add_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_to_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
            })
    void source_compilesAsItIs_andWithItsExample(String name) throws Exception {
        MigrationName parsed = MigrationName.parse(name);
        String source = MigrationTemplate.source("app", parsed, VERSION, parsed.description());

        assertThat(source.lines().filter(line -> !line.contains("description = ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(compile(parsed.className(VERSION), source)).isEmpty();
        assertThat(compile(parsed.className(VERSION), source.replace("        // ", "        ")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "add_email_to_users,'t.addColumn(\"email\", ColumnType.text())','t.dropColumn(\"email\")'",
        "remove_email_from_users,'t.dropColumn(\"email\")','t.addColumn(\"email\", ColumnType.text())'",
        "rename_notes_to_remarks,'renameTable(\"notes\", \"remarks\")','renameTable(\"remarks\", \"notes\")'",
        "create_notes,'createTable(\"notes\"','dropTable(\"notes\")'",
        "drop_table_notes,'dropTable(\"notes\")','createTable(\"notes\"'"
    })
    void example_followsTheNameBothWays(String name, String up, String down) throws Exception {
        String source = MigrationTemplate.source("app", MigrationName.parse(name), VERSION, "x");

        int middle = source.indexOf("void down");
        assertThat(source.substring(0, middle)).contains(up);
        assertThat(source.substring(middle)).contains(down);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"quotes\" and \\ and */ end", "\\u0022 + System.exit(1) + \\u0022", "Für 100 % 😀"})
    void description_arrivesAsItIs(String description) throws Exception {
        String source = MigrationTemplate.source("", MigrationName.parse("x"), VERSION, description);
        String holder = "class D { static final String TEXT = "
                + source.substring(source.indexOf("description = ") + 14, source.indexOf(")\npublic")) + "; }";

        assertThat(compile("D", holder)).isEmpty();
        try (var loader =
                new java.net.URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}, null)) {
            var text = loader.loadClass("D").getDeclaredField("TEXT");
            text.setAccessible(true);
            assertThat(text.get(null)).isEqualTo(description);
        }
    }

    private String compile(String className, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("mem:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        boolean success = compiler.getTask(
                        output,
                        null,
                        null,
                        List.of("-proc:none", "-d", classes.toString(), "-Xlint:all", "-Werror"),
                        null,
                        List.of(file))
                .call();
        return success ? "" : output + "\n" + source;
    }
}
