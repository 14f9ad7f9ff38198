package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.operation.AlterTableEditor;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.schema.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteVersionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"3.38.5", "3.8.11", "2.8.17", "", "unknown"})
    void tooOldOrUnknownVersion_isRefusedWithTheOldestSupported(String version) {
        assertThatThrownBy(() -> SqliteDialect.of(version))
                .hasMessageStartingWith("[UnsupportedDatabase] SQLite " + version)
                .hasMessageContaining("3.39.0")
                .hasMessageContaining("org.xerial:sqlite-jdbc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.39.0", "3.39.2", "3.54.1", "3.100", "4.0.0", "3.54.1-custom"})
    void supportedVersion_isTaken(String version) {
        assertThatCode(() -> SqliteDialect.of(version)).doesNotThrowAnyException();
    }

    @Test
    void versions_areComparedByNumber() {
        assertThat(SqliteVersion.parse("3.100.0").altersConstraints()).isTrue();
        assertThat(SqliteVersion.parse("3.53.0").altersConstraints()).isTrue();
        assertThat(SqliteVersion.parse("3.52.9").altersConstraints()).isFalse();
    }

    static Stream<Consumer<AlterTableEditor>> changesSince353() {
        return Stream.of(
                t -> t.alterColumn("a").notNull(),
                t -> t.alterColumn("b").nullable(),
                t -> t.addCheck("c", "a > 0"),
                t -> t.dropCheck("a_positive"),
                t -> t.dropForeignKey("b"));
    }

    @ParameterizedTest
    @MethodSource("changesSince353")
    void olderVersion_rebuildsForWhatItHasNoStatement(Consumer<AlterTableEditor> change) throws SQLException {
        Operation operation = OperationRecorder.record(schema -> schema.alterTable("t", change))
                .get(0);
        try (Database database = Database.open(folder.resolve("old.db"))
                .execute(
                        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT NOT NULL CONSTRAINT fk REFERENCES t (id),"
                                + " CONSTRAINT a_positive CHECK (a > 0))")) {
            Schema before = database.dialect.inspect(database.connection, Set.of("t"));
            SqliteDialect older = SqliteDialect.of("3.52.0");

            assertThat(older.mayRebuild(operation, before)).isTrue();
            assertThat(older.render(operation, before))
                    .first()
                    .isInstanceOfSatisfying(
                            Step.Note.class, note -> assertThat(note.text()).startsWith("table t is rebuilt: SQLite"));
            // The driver's SQLite has statements for all but a key without a name.
            assertThat(database.dialect.mayRebuild(operation, before)).isFalse();
        }
    }
}
