package dev.mhc.migrations.dialect;

import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.schema.IgnoredTable;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One kind of database. Immutable; knows the version of the database that it was made for. */
public interface Dialect {

    /** What users call it: {@code SQLite}, {@code PostgreSQL}. */
    String name();

    /**
     * Whether {@code operation} may rebuild a table. Known before the transaction begins, since it decides how the
     * transaction begins.
     */
    boolean mayRebuild(Operation operation);

    /**
     * Whether {@code operation} may rebuild a table, judged by the tables as they are before the transaction begins.
     *
     * @param live at least the tables of {@link #reads} that exist
     */
    default boolean mayRebuild(Operation operation, Schema live) {
        return mayRebuild(operation);
    }

    /**
     * The operation as several that do the same, one after the other, each rendered from the tables as the ones before
     * left them.
     */
    default List<Operation> divide(Operation operation) {
        return List.of(operation);
    }

    /**
     * Why a part, one of those of {@link #divide}, runs only outside of a transaction: {@code VACUUM runs only outside of a
     * transaction}. Empty if it can share one with others. It is rendered as one statement then, if any.
     */
    default Optional<String> outsideTransaction(Operation part) {
        return Optional.empty();
    }

    /**
     * Why a part needs that those before it are committed: {@code it uses the value 'x' that is added to an enum before}.
     * Empty if it can share their transaction.
     */
    default Optional<String> needsCommitOf(List<Operation> before, Operation part) {
        return Optional.empty();
    }

    /**
     * Goes on unless no migration may have this part, however it runs. Asked before anything runs.
     *
     * @throws dev.mhc.migrations.error.MigrationException saying why
     */
    default void requireAllowed(Operation part) {}

    /**
     * Looks whether a part that runs outside of a transaction has been done, and what it left if it failed. Changes
     * nothing.
     *
     * @param part one for which {@link #outsideTransaction} has a reason
     * @throws MigrationException if what is there forbids to run it
     */
    default Aftermath aftermath(Operation part, Connection connection) throws SQLException {
        return new Aftermath.Unknown();
    }

    /** The tables whose live shape {@link #render} must see; empty for operations that render without looking. */
    Set<String> reads(Operation operation);

    /**
     * Turns an operation into steps. Pure: the same arguments give the same steps, and nothing is executed.
     *
     * @param before at least the tables of {@link #reads}, as they are in the database now; a table that is not there
     *     does not exist
     * @throws dev.mhc.migrations.error.MigrationException if the operation cannot be done on this database, or not on
     *     this table; nothing has been executed then
     */
    List<Step> render(Operation operation, Schema before);

    /**
     * The tables after an operation, as far as {@link #render} goes by them; for a dry run where there is no scratch
     * database. What SQL and JDBC work do cannot be foreseen.
     *
     * @param before the tables of {@link #reads}, and the one that is renamed or dropped, as far as they are there
     */
    default Schema foresee(Operation operation, Schema before) {
        return before;
    }

    /** Reads the shape of all tables, those of the database itself left out. The number of queries does not grow with
     * the number of tables where the database allows it. */
    Schema inspect(Connection connection) throws SQLException;

    /** Reads the shape of some tables, whoever owns them; names that do not exist are left out. */
    Schema inspect(Connection connection, Set<String> tables) throws SQLException;

    /**
     * The highest number that a table's numbered column ever had in a committed row, also one that is deleted.
     *
     * @return empty where the database does not remember it
     */
    default OptionalLong highestNumber(Connection connection, String table) throws SQLException {
        return OptionalLong.empty();
    }

    /** The names of the tables and views that the database contains, those of the database itself left out. */
    List<String> objects(Connection connection) throws SQLException;

    /**
     * The tables and views that are somebody else's by what the database itself knows: of extensions, and of virtual
     * tables. One query, whatever their number.
     */
    default List<IgnoredTable> owned(Connection connection) throws SQLException {
        return List.of();
    }

    /** The schema of the tables that {@link #inspect(Connection)} reads, if this kind of database has such. */
    default Optional<String> currentSchema(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** A table's name as SQL has it, such that nothing else that a connection sees can stand in for the table. */
    default String qualified(String table) {
        return SqlWriter.identifier(table);
    }

    /** When two spellings mean the same here. */
    SchemaRules rules();

    /**
     * Takes a connection into use.
     *
     * @param connection from a pool or not, in auto-commit mode or not, outside a transaction
     * @param patience how long to wait for other users of the database
     * @param history the table that remembers what happened to the database, as the user names it
     * @throws dev.mhc.migrations.error.MigrationException if the connection is inside a transaction that has begun
     */
    DatabaseSession open(Connection connection, Duration patience, String history) throws SQLException;

    /** Whether {@code failure} says that a table does not exist. */
    boolean isMissingTable(SQLException failure);

    /**
     * A condition in SQL, of a row of {@code table} under the name {@code alias}: whether a new table of a plain name would
     * stand beside that table.
     */
    default String isOfCurrentSchema(String table, String alias) {
        return "1 = 1";
    }

    /** Whether {@code failure} says that others use the database, and that waiting may help. */
    default boolean isBusy(SQLException failure) {
        return false;
    }

    /**
     * Whether {@code failure} comes of what others do at the same time, so that the same transaction, begun anew, may
     * succeed.
     */
    default boolean mayPass(SQLException failure) {
        return false;
    }

    /** Whether {@code failure} says that the transaction is lost, and takes nothing more. */
    default boolean isLostTransaction(SQLException failure) {
        return false;
    }

    /** A way out for failures that users meet often, one or two sentences. */
    Optional<String> adviceFor(SQLException failure);

    /** What to tell the user if {@code failure} says that the database as a whole cannot be used. */
    default Optional<MigrationException> unusable(SQLException failure, Connection connection) {
        return Optional.empty();
    }

    /** Whether {@code failure} may come from the rows that are there or not, and not from the statement alone. */
    default boolean dependsOnRows(SQLException failure) {
        return false;
    }

    /** The JDBC URL of a new, empty, private database that leaves nothing behind, if this kind of database has such. */
    Optional<String> scratchUrl();

    /** The statements that build the live schema without its rows in an empty database, in an order that works. */
    List<String> definition(Connection connection) throws SQLException;

    /** The file that is this connection's database, if it is one; nothing for a server's and for one in memory. */
    default Optional<DatabaseFile> file(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** What makes and restores backups of databases that are no file, for a message. */
    default String backupTool() {
        return "the tool of that database";
    }
}
