package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqliteFailuresTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(folder.resolve("failures.db"))
                .execute(
                        "PRAGMA foreign_keys = ON",
                        "CREATE TABLE p (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b TEXT NOT NULL, CHECK (a <> ''))",
                        "CREATE TABLE c (id INTEGER PRIMARY KEY, p REFERENCES p)",
                        "CREATE INDEX ix ON p (b)",
                        "INSERT INTO p VALUES (1, 'a', 'b')",
                        "INSERT INTO c VALUES (1, 1)",
                        "CREATE TABLE mismatched (b REFERENCES p (b))",
                        "CREATE TABLE q (a, b, CHECK (b > a))");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM gone | earlier migration creates the table",
                "SELECT gone FROM p | earlier migration adds the column",
                "CREATE TABLE p (x) | Choose another name",
                "ALTER TABLE p RENAME TO c | Choose another name",
                "ALTER TABLE p ADD COLUMN a TEXT | choose another name",
                "CREATE INDEX ix ON c (p) | Choose another name",
                "DROP INDEX gone | Check the name",
                "DROP INDEX sqlite_autoindex_p_1 | constraint made the index",
                "ALTER TABLE p DROP COLUMN b | Drop the index first",
                "ALTER TABLE q DROP COLUMN b | still uses the column",
                "UPDATE c SET p = 7 | referencing rows",
                "INSERT INTO mismatched VALUES ('b') | unique constraint or index",
                "INSERT INTO p VALUES (2, 'a', 'b') | duplicates",
                "INSERT INTO p VALUES (2, 'c', NULL) | Give the column a value",
                "INSERT INTO p VALUES (2, '', 'b') | breaks a check",
                "INSERT INTO p VALUES ('x', 'c', 'b') | whole number"
            })
    void commonFailure_hasAWayOut(String sql, String wayOut) {
        assertThat(database.dialect.adviceFor(failure(sql)).orElse("none")).contains(wayOut);
    }

    @Test
    void brokenViewsAndTriggers_areNamedAsTheReason() throws SQLException {
        database.execute("CREATE VIEW v AS SELECT gone FROM p");
        assertThat(database.dialect.adviceFor(failure("ALTER TABLE p RENAME TO r")))
                .get()
                .asString()
                .contains("drop the view");
        database.execute("DROP VIEW v", "CREATE TRIGGER tr AFTER INSERT ON c BEGIN SELECT gone FROM p; END");
        assertThat(database.dialect.adviceFor(failure("ALTER TABLE p RENAME TO r")))
                .get()
                .asString()
                .contains("drop the trigger");
    }

    @Test
    void lockedDatabase_hasAWayOut() throws SQLException {
        try (Database other = Database.open(folder.resolve("failures.db")).execute("BEGIN IMMEDIATE")) {
            database.execute("PRAGMA busy_timeout = 1");
            assertThat(database.dialect.adviceFor(failure("UPDATE c SET p = 1")))
                    .get()
                    .asString()
                    .contains("wait longer");
            other.execute("ROLLBACK");
        }
    }

    @Test
    void syntaxError_hasNone() {
        assertThat(database.dialect.adviceFor(failure("SELEKT 1"))).isEmpty();
    }

    @Test
    void missingTable_isToldFromOtherFailures() {
        assertThat(database.dialect.isMissingTable(failure("SELECT * FROM gone")))
                .isTrue();
        assertThat(database.dialect.isMissingTable(failure("SELECT gone FROM p")))
                .isFalse();
        assertThat(database.dialect.isMissingTable(new SQLException())).isFalse();
    }

    private SQLException failure(String sql) {
        return catchThrowableOfType(SQLException.class, () -> database.execute(sql));
    }
}
