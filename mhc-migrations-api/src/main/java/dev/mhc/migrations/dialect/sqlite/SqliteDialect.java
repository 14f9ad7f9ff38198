package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.Aftermath;
import dev.mhc.migrations.dialect.DatabaseFile;
import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.SqlWriter;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.ExecuteSql;
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

/** SQLite 3.39 and newer, through the driver {@code org.xerial:sqlite-jdbc}, which brings its own SQLite. */
public final class SqliteDialect implements Dialect {

    private final SqliteRenderer renderer;
    private final SqliteRules rules = new SqliteRules();

    private SqliteDialect(SqliteVersion version) {
        this.renderer = new SqliteRenderer(version);
    }

    /**
     * The dialect of one version of SQLite.
     *
     * @param productVersion what {@link java.sql.DatabaseMetaData#getDatabaseProductVersion()} says
     * @throws dev.mhc.migrations.error.MigrationException if the version is too old
     */
    public static SqliteDialect of(String productVersion) {
        return new SqliteDialect(SqliteVersion.parse(productVersion));
    }

    /**
     * What to tell the user if {@code failure}, met while connecting, says that the driver could not load its native
     * library.
     */
    public static Optional<MigrationException> notLoaded(Throwable failure) {
        return SqliteFailures.ofNativeLibrary(failure);
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public boolean mayRebuild(Operation operation) {
        return renderer.mayRebuild(operation);
    }

    @Override
    public boolean mayRebuild(Operation operation, Schema live) {
        return renderer.mayRebuild(operation, live);
    }

    @Override
    public List<Operation> divide(Operation operation) {
        return SqliteRenderer.divide(operation);
    }

    @Override
    public Optional<String> outsideTransaction(Operation part) {
        return part instanceof ExecuteSql execute ? SqliteScript.outsideTransaction(execute) : Optional.empty();
    }

    @Override
    public Aftermath aftermath(Operation part, Connection connection) {
        return part instanceof ExecuteSql execute ? SqliteScript.aftermath(execute) : new Aftermath.Unknown();
    }

    @Override
    public Set<String> reads(Operation operation) {
        return SqliteRenderer.reads(operation);
    }

    @Override
    public List<Step> render(Operation operation, Schema before) {
        return renderer.render(operation, before);
    }

    @Override
    public Schema inspect(Connection connection) throws SQLException {
        return SqliteInspector.inspect(connection);
    }

    @Override
    public Schema inspect(Connection connection, Set<String> tables) throws SQLException {
        return SqliteInspector.inspect(connection, tables);
    }

    @Override
    public OptionalLong highestNumber(Connection connection, String table) throws SQLException {
        return SqliteSequence.highest(connection, table);
    }

    @Override
    public List<String> objects(Connection connection) throws SQLException {
        return SqliteDefinition.objects(connection);
    }

    @Override
    public String qualified(String table) {
        return "main." + SqlWriter.identifier(table);
    }

    @Override
    public List<IgnoredTable> owned(Connection connection) throws SQLException {
        return SqliteInspector.owned(connection);
    }

    @Override
    public SchemaRules rules() {
        return rules;
    }

    @Override
    public DatabaseSession open(Connection connection, Duration patience, String history) throws SQLException {
        return SqliteSession.open(connection, patience, history);
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return SqliteFailures.isMissingTable(failure);
    }

    @Override
    public boolean isBusy(SQLException failure) {
        return SqliteFailures.isBusy(failure);
    }

    @Override
    public Optional<String> adviceFor(SQLException failure) {
        return SqliteFailures.adviceFor(failure);
    }

    @Override
    public Optional<MigrationException> unusable(SQLException failure, Connection connection) {
        return SqliteFailures.ofDatabase(failure, connection);
    }

    @Override
    public boolean dependsOnRows(SQLException failure) {
        return SqliteFailures.isOfConstraint(failure);
    }

    @Override
    public Optional<String> scratchUrl() {
        return Optional.of("jdbc:sqlite::memory:");
    }

    @Override
    public List<String> definition(Connection connection) throws SQLException {
        return SqliteDefinition.read(connection);
    }

    @Override
    public Optional<DatabaseFile> file(Connection connection) throws SQLException {
        return SqliteFile.of(connection);
    }

    @Override
    public String backupTool() {
        return "a database file";
    }
}
