package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.dialect.sqlite.NewShape.CopiedColumn;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RebuildForeignKeysTest {

    @TempDir
    Path folder;

    private Database database;
    private Rebuilds rebuilds;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(folder.resolve("keys.db"))
                .execute(
                        "CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, v)",
                        "CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p ON DELETE CASCADE,"
                                + " code TEXT REFERENCES P (code))",
                        "INSERT INTO p VALUES (1, 'a', 0), (2, 'b', 0)",
                        "INSERT INTO c VALUES (1, 1, 'a'), (2, 2, 'b')");
        rebuilds = new Rebuilds(database);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "c"})
    void orphansThatWereThere_areWarnedOfAndStay(String table) throws SQLException {
        database.execute("INSERT INTO c VALUES (3, 9, 'a'), (4, 8, NULL)");

        rebuilds.rebuild(table);

        assertThat(rebuilds.warnings)
                .containsExactly("rows that reference nothing, as they did before: c (p) to p: 2 rows (rowid 3, 4)");
        assertThat(database.rows("SELECT id, p FROM c")).containsExactly("1|1", "2|2", "3|9", "4|8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code || 'x'", "iif(id = 1, 'a', 'c')"})
    void orphansThatAConversionMakes_areRefused(String conversion) throws SQLException {
        database.execute("INSERT INTO c VALUES (3, 9, 'z')");
        NewShape shape = Rebuilds.shaped(
                database.table("p"),
                sql -> sql,
                columns -> List.of(columns.get(0), new CopiedColumn("code", conversion, false), columns.get(2)));

        assertThatThrownBy(() -> rebuilds.rebuild(shape))
                .hasMessageStartingWith("[RebuildOrphans] Rebuilding p ")
                .hasMessageContaining("c (code) to p: "
                        + (conversion.startsWith("code") ? "2 rows (rowid 1, 2)" : "1 row (rowid 2)"));

        assertThat(database.rows("SELECT code FROM p ORDER BY 1")).containsExactly("a", "b");
    }

    @Test
    void conversionThatHealsOrphans_isFree() throws SQLException {
        database.execute("INSERT INTO c VALUES (3, 1, 'A'), (4, 1, 'y')");
        NewShape shape = Rebuilds.shaped(
                database.table("c"),
                sql -> sql,
                columns -> List.of(columns.get(0), columns.get(1), new CopiedColumn("code", "lower(code)", false)));

        rebuilds.rebuild(shape);

        assertThat(rebuilds.warnings).singleElement().asString().contains("c (code) to p: 1 row (rowid 4)");
        assertThat(database.rows("SELECT name FROM temp.sqlite_schema")).isEmpty();
    }

    @Test
    void foreignKeyThatIsNew_isBlamedForItsOrphans() throws SQLException {
        database.execute("CREATE TABLE n (id INTEGER PRIMARY KEY, p)", "INSERT INTO n VALUES (1, 1), (5, 77)");
        NewShape shape = Rebuilds.shaped(
                database.table("n"), sql -> sql.replace(", p)", ", p REFERENCES p)"), columns -> columns);

        assertThatThrownBy(() -> rebuilds.rebuild(shape)).hasMessageContaining("n (p) to p: 1 row (rowid 5)");
    }

    @Test
    void keyThatIsNoKeyAnyMore_isRefusedNamingTheChild() throws SQLException {
        NewShape shape = Rebuilds.shaped(
                database.table("p"), sql -> sql.replace("code TEXT UNIQUE", "code TEXT"), columns -> columns);

        assertThatThrownBy(() -> rebuilds.rebuild(shape))
                .hasMessageStartingWith("[ReferencedKeyLost] Table p ")
                .hasMessageContaining(": c references");
    }

    @Test
    void keyThatWasNoKeyBefore_isWarnedOf() throws SQLException {
        database.execute("CREATE TABLE m (id INTEGER PRIMARY KEY, v REFERENCES p (v))", "INSERT INTO m VALUES (1, 1)");

        rebuilds.rebuild("p");

        assertThat(rebuilds.warnings).singleElement().asString().contains("m").contains("could not be before");
    }

    @Test
    void deleteInAMigrationThatMayRebuild_isRefusedWhereItLeavesOrphans() throws SQLException {
        database.execute("INSERT INTO c VALUES (3, 9, 'a')");
        try (DatabaseSession session =
                database.dialect.open(database.connection, Duration.ofSeconds(5), "mhc_history")) {
            session.begin(new TransactionKind(true, true));
            database.execute("DELETE FROM p WHERE id = 2");

            assertThatThrownBy(session::commit)
                    .hasMessageStartingWith("[NewOrphans]")
                    .hasMessageContaining("c (p) to p: 1 row (rowid 2)")
                    .hasMessageContaining("no cascade fires")
                    .hasMessageContaining("migration of its own");
        }
        assertThat(database.rows("SELECT id FROM p")).containsExactly("1", "2");
    }

    @Test
    void orphansThatWereThere_areNotBlamedWhenTheirTableIsRenamed() throws SQLException {
        database.execute("INSERT INTO c VALUES (3, 9, 'a')");
        try (DatabaseSession session =
                database.dialect.open(database.connection, Duration.ofSeconds(5), "mhc_history")) {
            session.begin(new TransactionKind(true, true));
            database.execute("ALTER TABLE c RENAME TO d", "ALTER TABLE d RENAME COLUMN p TO q");
            assertThatCode(session::commit).doesNotThrowAnyException();
        }
        assertThat(database.rows("SELECT id, q FROM d")).containsExactly("1|1", "2|2", "3|9");
        assertThat(database.rows("SELECT name FROM temp.sqlite_schema")).isEmpty();
    }
}
