package dev.mhc.migrations.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A database that is one file, which can be copied and replaced as a whole while others use it. Everything goes through
 * connections: a program that opens the file itself and closes it again takes the locks away from all of its process.
 */
public interface DatabaseFile {

    /** How replacing a database ended. */
    enum Replacement {
        /** The database is what the other file is; nobody else wrote meanwhile. */
        DONE,
        /** Nothing was changed: others have the database locked. */
        LOCKED,
        /** Others wrote meanwhile, so nobody can tell. */
        OVERTAKEN,
        /** Nothing was changed, and no lock was in the way. */
        REFUSED
    }

    /**
     * What changes with every commit, as one connection sees it.
     *
     * @param foreignCommits changes when another connection commits
     * @param schema changes when anybody changes the schema or replaces the database
     */
    record Position(long foreignCommits, long schema) {}

    /** Where it is. */
    Path path();

    /** The files that may stand beside it and belong to it. */
    List<Path> companions();

    /** The JDBC URL of one more connection to it. */
    String url();

    /** The JDBC URL that reads another file of this kind, neither changes it nor leaves anything beside it. */
    String readingUrl(Path other);

    /** Whether the database has nothing in it. */
    boolean isEmpty(Connection connection) throws SQLException;

    /** How many bytes the database has, as this connection sees it. */
    long bytes(Connection connection) throws SQLException;

    /**
     * Copies the database page by page. May end without a word when nothing was copied, so what it wrote is to be
     * checked.
     *
     * @param connection one that is not in a transaction
     * @param to an empty file
     */
    void copy(Connection connection, Path to) throws SQLException;

    /** The first thing that is wrong with the database itself; values are the application's business. */
    Optional<String> damage(Connection connection) throws SQLException;

    /** Why the database cannot be replaced by the one that {@code other} reads, if that is known beforehand. */
    Optional<String> obstacle(Connection connection, Connection other) throws SQLException;

    /** Where the database stands. */
    Position position(Connection connection) throws SQLException;

    /**
     * Replaces the whole database, in one commit.
     *
     * @param connection one that is not in a transaction
     * @param by a file of this kind that nobody changes
     * @param before where the database stood when it was last looked at
     * @throws SQLException if the connection failed; whether the database was replaced is not known then
     */
    Replacement replace(Connection connection, Path by, Position before) throws SQLException;
}
