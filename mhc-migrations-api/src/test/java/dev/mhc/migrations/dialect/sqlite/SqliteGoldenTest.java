package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaDiff;
import dev.mhc.migrations.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations and the SQL that they become, kept under {@code golden/sqlite} and refreshed with {@code -Dgoldens.update}.
 * All of it runs on a database with rows.
 */
final class SqliteGoldenTest {

    private static final Path GOLDENS = Path.of("src/test/resources/golden/sqlite");

    @TempDir
    Path folder;

    static Stream<GoldenCase> cases() {
        return GoldenCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sql_isTheGoldenOne(GoldenCase golden) throws Exception {
        try (Database database = Database.open(folder.resolve("current.db"))) {
            String rendered = renderAndRun(golden, database);
            Path file = GOLDENS.resolve(golden.name() + ".sql");
            if (System.getProperty("goldens.update") != null) {
                Files.createDirectories(GOLDENS);
                Files.writeString(file, rendered);
            }
            assertThat(rendered).isEqualTo(Files.readString(file));
        }
    }

    static Stream<GoldenCase> casesOfOldest() {
        return cases().filter(golden -> !golden.needs353());
    }

    @ParameterizedTest
    @MethodSource("casesOfOldest")
    void oldestSqlite_rendersAndRunsTheSame(GoldenCase golden) throws Exception {
        try (OldestSqlite oldest = OldestSqlite.load();
                Database database = Database.of(oldest.connect(folder.resolve("oldest.db")))) {
            assertThat(database.value("SELECT sqlite_version()")).startsWith("3.39.");
            assertThat(renderAndRun(golden, database))
                    .isEqualTo(Files.readString(GOLDENS.resolve(golden.name() + ".sql")));
        }
    }

    @Test
    void everyGolden_belongsToACase() throws IOException {
        try (Stream<Path> files = Files.list(GOLDENS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            cases().map(golden -> golden.name() + ".sql").toList());
        }
    }

    private static String renderAndRun(GoldenCase golden, Database database) throws SQLException {
        database.execute("PRAGMA foreign_keys = ON").execute(golden.before().toArray(String[]::new));
        List<String> text = new ArrayList<>();
        for (Operation operation : OperationRecorder.record(golden.migration())) {
            text.add("-- " + operation.describe());
            try {
                database.migrate(List.of(operation), step -> text.add(text(step)));
                checkCreated(operation, database);
            } catch (MigrationException refused) {
                text.add("-- refused: " + String.valueOf(refused.getMessage()).replace("\n", "\n--   "));
                assertThat(golden.isRefused()).as(refused.getMessage()).isTrue();
            }
        }
        assertThat(database.rows("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(database.rows("PRAGMA foreign_key_check")).isEmpty();
        for (GoldenCase.Fact fact : golden.after()) {
            assertThat(database.rows(fact.query())).as(fact.query()).isEqualTo(fact.rows());
        }
        return String.join("\n", text) + "\n";
    }

    private static void checkCreated(Operation operation, Database database) throws SQLException {
        if (operation instanceof CreateTable create) {
            Table found = database.table(create.table().name());
            Canonical.assertSame(create.table(), found);
            assertThat(SchemaDiff.compare(
                            new Schema(List.of(create.table())), new Schema(List.of(found)), database.dialect.rules()))
                    .isEmpty();
        }
    }

    private static String text(Step step) {
        if (step instanceof Step.Statement statement) {
            return (statement.comment().isEmpty() ? "" : "-- " + statement.comment() + "\n") + statement.sql() + ";";
        }
        if (step instanceof Step.Probe probe) {
            return "-- probe: " + probe.refusal() + "\n" + probe.sql() + ";";
        }
        if (step instanceof Step.Note note) {
            return "-- note: " + note.text();
        }
        if (step instanceof Step.Routine routine) {
            return "-- routine: " + routine.description().replace("\n", "\n--   ");
        }
        return "-- work: " + ((Step.Work) step).description();
    }
}
