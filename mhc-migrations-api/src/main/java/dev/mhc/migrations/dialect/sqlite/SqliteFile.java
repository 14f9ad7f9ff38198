package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.DatabaseFile;
import dev.mhc.migrations.dialect.sqlite.SqliteSettings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A database file, copied and replaced by SQLite's own backup. {@code VACUUM INTO} would write another file, and fails where
 * an index needs a collation that is not registered. The driver reports few failures of a backup and none of a restore,
 * so neither is believed.
 *
 * @see <a href="https://www.sqlite.org/backup.html">SQLite on its online backup</a>
 */
record SqliteFile(Path path) implements DatabaseFile {

    /** How long one attempt to replace waits; the caller tries again. */
    private static final long ATTEMPT_MILLIS = 200;

    /** The file of a connection's main database; nothing if it is in memory or temporary. */
    static Optional<DatabaseFile> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
            while (databases.next()) {
                String file = databases.getString("file");
                if ("main".equals(databases.getString("name")) && file != null && !file.isEmpty()) {
                    return Optional.of(Path.of(file))
                            .filter(Files::isRegularFile)
                            .map(SqliteFile::new);
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public List<Path> companions() {
        return List.of("-wal", "-shm", "-journal").stream()
                .map(suffix -> path.resolveSibling(path.getFileName() + suffix))
                .toList();
    }

    @Override
    public String url() {
        return "jdbc:sqlite:" + uri(path);
    }

    @Override
    public String readingUrl(Path other) {
        return "jdbc:sqlite:" + immutable(other);
    }

    /** SQLite takes a file that cannot change as it is: without locks, and without a write-ahead log beside it. */
    private static String immutable(Path file) {
        return uri(file) + "?immutable=1";
    }

    /** The driver cuts URLs and its backup statement at quotes and question marks; an encoded path has none. */
    private static String uri(Path file) {
        return "file:" + file.toAbsolutePath().toUri().getRawPath().replace("'", "%27");
    }

    @Override
    public boolean isEmpty(Connection connection) throws SQLException {
        return SqliteQuery.number(connection, "SELECT COUNT(*) FROM (SELECT 1 FROM sqlite_schema LIMIT 1)") == 0;
    }

    @Override
    public long bytes(Connection connection) throws SQLException {
        return SqliteQuery.number(connection, "PRAGMA page_count") * SqliteQuery.number(connection, "PRAGMA page_size");
    }

    @Override
    public void copy(Connection connection, Path to) throws SQLException {
        SqliteQuery.execute(connection, "backup to \"" + uri(to) + "\"");
    }

    @Override
    public Optional<String> damage(Connection connection) throws SQLException {
        return SqliteIntegrity.firstDamage(connection);
    }

    @Override
    public Optional<String> obstacle(Connection connection, Connection other) throws SQLException {
        long here = SqliteQuery.number(connection, "PRAGMA page_size");
        long there = SqliteQuery.number(other, "PRAGMA page_size");
        if (here == there
                || !SqliteQuery.text(connection, "PRAGMA journal_mode").equalsIgnoreCase("wal")
                || isEmpty(connection)) {
            return Optional.empty();
        }
        return Optional.of("a database in WAL mode keeps its page size, which is " + here
                + " bytes here and " + there + " in the backup. Stop its users, set PRAGMA journal_mode = DELETE on it,"
                + " and restore again");
    }

    @Override
    public Position position(Connection connection) throws SQLException {
        return new Position(
                SqliteQuery.number(connection, "PRAGMA data_version"),
                SqliteQuery.number(connection, "PRAGMA schema_version"));
    }

    /** What a connection sees of the database after an attempt to replace it. */
    private record Sight(Position position, long pageSize, String journalMode) {}

    /** SQLite's backup counts the destination's schema version up when, and only when, it commits. */
    @Override
    public Replacement replace(Connection connection, Path by, Position before) throws SQLException {
        Sight first;
        try {
            SqliteSettings.set(connection, Setting.BUSY_TIMEOUT, ATTEMPT_MILLIS);
            first = look(connection);
        } catch (SQLException failure) {
            return lockedUnlessOther(failure);
        }
        Optional<SQLException> failure = failureOf(connection, "restore from \"" + immutable(by) + "\"");
        Sight after = lookTwice(connection);
        if (after.position().schema() == before.schema()) {
            if (failure.isPresent()) {
                return lockedUnlessOther(failure.get());
            }
            return isLocked(connection) ? Replacement.LOCKED : Replacement.REFUSED;
        }
        // A connection that learns of another page size or journal begins to count anew.
        boolean countsAnew =
                after.pageSize() != first.pageSize() || !after.journalMode().equals(first.journalMode());
        boolean alone = countsAnew || after.position().foreignCommits() == before.foreignCommits();
        return alone && after.position().schema() == before.schema() + 1 ? Replacement.DONE : Replacement.OVERTAKEN;
    }

    private static Replacement lockedUnlessOther(SQLException failure) throws SQLException {
        if (SqliteFailures.isBusy(failure)) {
            return Replacement.LOCKED;
        }
        throw failure;
    }

    /** A failure may come after the deed, so what the connection sees afterwards decides, and is worth a second look. */
    private Sight lookTwice(Connection connection) throws SQLException {
        try {
            return look(connection);
        } catch (SQLException first) {
            return look(connection);
        }
    }

    private Sight look(Connection connection) throws SQLException {
        return new Sight(
                position(connection),
                SqliteQuery.number(connection, "PRAGMA page_size"),
                SqliteQuery.text(connection, "PRAGMA journal_mode"));
    }

    private static Optional<SQLException> failureOf(Connection connection, String sql) {
        try {
            SqliteQuery.execute(connection, sql);
            return Optional.empty();
        } catch (SQLException failure) {
            return Optional.of(failure);
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        Optional<SQLException> failure = failureOf(connection, "BEGIN EXCLUSIVE");
        if (failure.isPresent() && SqliteFailures.isBusy(failure.get())) {
            return true;
        }
        // Also after another failure: nobody knows then whether it has begun.
        Optional<SQLException> second = failureOf(connection, "ROLLBACK");
        if (failure.or(() -> second).isPresent()) {
            throw failure.or(() -> second).get();
        }
        return false;
    }
}
