package dev.mhc.migrations.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** A table of many rows with two indexes, and a child table that references it. */
final class LargeTable {

    static final String NAME = "users";

    private static final String COLUMNS = " (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL, name TEXT,"
            + " age INTEGER, created TEXT DEFAULT CURRENT_TIMESTAMP, score REAL, status TEXT DEFAULT %s, note TEXT)";
    private static final String NAMES = "id, email, name, age, created, score, status, note";
    private static final List<String> INDEXES =
            List.of("CREATE UNIQUE INDEX users_email ON users (email)", "CREATE INDEX users_name ON users (name, age)");

    private LargeTable() {}

    static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    static final List<String> DEFINITION = List.of(
            "CREATE TABLE users" + COLUMNS.formatted("'new'"),
            "CREATE TABLE posts (id INTEGER PRIMARY KEY,"
                    + " user_id INTEGER REFERENCES users (id) ON DELETE CASCADE, body TEXT)",
            INDEXES.get(0),
            INDEXES.get(1),
            "CREATE INDEX posts_user ON posts (user_id)");

    /** Fills the tables that are there. */
    static void fill(Path file, String journal, int rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(file))) {
            execute(
                    connection,
                    List.of(
                            "PRAGMA journal_mode = " + journal,
                            "BEGIN",
                            "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < " + rows + ")"
                                    + " INSERT INTO users SELECT i, 'user' || (i * 7919 % 1000003) || '@example.org',"
                                    + " 'name ' || (i % 5000), i % 90, '2026-01-01 00:00:00.000', i / 3.0,"
                                    + " iif(i % 2, 'new', 'old'), 'note of ' || i FROM c",
                            "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < " + rows / 5 + ")"
                                    + " INSERT INTO posts SELECT i, i * 5, 'post ' || i FROM c",
                            "COMMIT"));
            if (journal.toLowerCase(Locale.ROOT).equals("wal")) {
                execute(connection, List.of("PRAGMA wal_checkpoint(TRUNCATE)"));
            }
        }
    }

    /** Copies a closed database over another one, of which nothing stays. */
    static void copy(Path from, Path to) throws IOException {
        for (String suffix : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(to.resolveSibling(to.getFileName() + suffix));
        }
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The rebuild that SQLite's documentation describes, with another default for one column. */
    static void rebuild(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(file))) {
            execute(
                    connection,
                    List.of(
                            "PRAGMA foreign_keys = OFF",
                            "BEGIN IMMEDIATE",
                            "CREATE TABLE new_users" + COLUMNS.formatted("'fresh'"),
                            "INSERT INTO new_users (" + NAMES + ") SELECT " + NAMES + " FROM users",
                            "DROP TABLE users",
                            "ALTER TABLE new_users RENAME TO users"));
            execute(connection, INDEXES);
            execute(connection, List.of("PRAGMA foreign_key_check", "COMMIT"));
        }
    }

    static void execute(Connection connection, List<String> statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
