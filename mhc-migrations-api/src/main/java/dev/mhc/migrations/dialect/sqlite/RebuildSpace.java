package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.literal;

import dev.mhc.migrations.dialect.DatabaseFile;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks whether there is room for one more copy of a table before it is made. */
final class RebuildSpace {

    /** What must be free beside the copy itself. */
    static final long MARGIN = 1 << 20;

    /** Rows that an estimate looks at. */
    private static final int SAMPLE = 1_000;

    /** How many bytes can be written to a folder. */
    @FunctionalInterface
    interface FreeSpace {
        FreeSpace OF_FILE_STORE = folder -> Files.getFileStore(folder).getUsableSpace();

        long in(Path folder) throws IOException;
    }

    private final Connection connection;
    private final FreeSpace freeSpace;

    RebuildSpace(Connection connection, FreeSpace freeSpace) {
        this.connection = connection;
        this.freeSpace = freeSpace;
    }

    /**
     * Refuses what would fill the disk.
     *
     * @param copies how many copies of the rows there will be beside the table
     * @throws dev.mhc.migrations.error.MigrationException if there is too little room
     */
    void require(Table table, long rows, int copies) throws SQLException {
        Optional<DatabaseFile> file = SqliteFile.of(connection);
        if (file.isEmpty() || rows == 0) {
            return;
        }
        Path path = file.get().path().toAbsolutePath();
        Path parent = path.getParent();
        Path folder = parent == null ? path : parent;
        long usable;
        try {
            usable = freeSpace.in(folder);
        } catch (IOException unknown) {
            // A full disk is noticed by SQLite as well, only later.
            return;
        }
        long page = SqliteQuery.number(connection, "PRAGMA main.page_size");
        long free = SqliteQuery.number(connection, "PRAGMA main.freelist_count") * page;
        long whole = SqliteQuery.number(connection, "PRAGMA main.page_count") * page;
        // No table is larger than its file; looking closer means to read all of it.
        if (usable >= needed((whole - free) * copies, free)) {
            return;
        }
        long needed = needed(bytes(table, rows) * copies, free);
        if (usable < needed) {
            throw ErrorCode.REBUILD_NO_SPACE.with(table.name(), needed, folder, usable);
        }
    }

    private long needed(long copies, long free) throws SQLException {
        boolean twice = SqliteQuery.text(connection, "PRAGMA main.journal_mode").equalsIgnoreCase("wal");
        // A write-ahead log holds every page that the database gets.
        return Math.max(0, copies - free) * (twice ? 2 : 1) + MARGIN;
    }

    private long bytes(Table table, long rows) throws SQLException {
        try {
            return SqliteQuery.number(
                    connection,
                    "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE schema = 'main' AND aggregate = TRUE AND name IN"
                            + " (SELECT name FROM main.sqlite_schema WHERE rootpage > 0 AND tbl_name = "
                            + literal(table.name()) + " COLLATE NOCASE)");
        } catch (SQLException failure) {
            if (!SqliteFailures.isMissingTable(failure)) {
                throw failure;
            }
            return estimate(table, rows);
        }
    }

    /** Not every SQLite can say it; then the first rows speak for all, and each index is taken for half a table. */
    private long estimate(Table table, long rows) throws SQLException {
        String row = table.columns().stream()
                .map(Column::name)
                .map(name -> "coalesce(length(CAST(" + identifier(name) + " AS BLOB)), 0) + 1")
                .collect(Collectors.joining(" + "));
        long average = SqliteQuery.number(
                connection,
                "SELECT CAST(avg(n) AS INTEGER) FROM (SELECT " + row + " + 8 AS n FROM main." + identifier(table.name())
                        + " LIMIT " + SAMPLE + ")");
        long indexes = SqliteQuery.number(
                connection, "SELECT count(*) FROM pragma_index_list(" + literal(table.name()) + ", 'main')");
        return average * rows * (2 + indexes) / 2;
    }
}
