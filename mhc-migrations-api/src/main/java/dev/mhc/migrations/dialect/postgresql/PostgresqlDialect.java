package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.Aftermath;
import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL 14 and newer. */
public final class PostgresqlDialect implements Dialect {

    private static final int OLDEST = 14;
    private static final Pattern MAJOR = Pattern.compile("(\\d+).*", Pattern.DOTALL);

    private final SchemaRules rules = new PostgresqlRules();

    private PostgresqlDialect() {}

    /**
     * The dialect of one version of PostgreSQL.
     *
     * @param productVersion what {@link java.sql.DatabaseMetaData#getDatabaseProductVersion()} says
     * @throws dev.mhc.migrations.error.MigrationException if the version is too old
     */
    public static PostgresqlDialect of(String productVersion) {
        Matcher matcher = MAJOR.matcher(productVersion);
        if (matcher.matches() && Integer.parseInt(matcher.group(1)) < OLDEST) {
            throw ErrorCode.UNSUPPORTED_DATABASE.with(
                    "PostgreSQL", productVersion, OLDEST, "Upgrade the server, or stay with the tool that you have.");
        }
        return new PostgresqlDialect();
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean mayRebuild(Operation operation) {
        return false;
    }

    @Override
    public List<Operation> divide(Operation operation) {
        return SeparateParts.divide(operation);
    }

    @Override
    public Optional<String> outsideTransaction(Operation part) {
        return SeparateParts.outsideTransaction(part);
    }

    @Override
    public Optional<String> needsCommitOf(List<Operation> before, Operation part) {
        return SeparateParts.needsCommitOf(before, part);
    }

    @Override
    public void requireAllowed(Operation part) {
        if (part instanceof ExecuteSql execute) {
            SeparateParts.statements(execute).forEach(SessionLocks::refuse);
        }
    }

    @Override
    public Aftermath aftermath(Operation part, Connection connection) throws SQLException {
        return Remains.of(part, connection);
    }

    @Override
    public Set<String> reads(Operation operation) {
        return PostgresqlRenderer.reads(operation);
    }

    @Override
    public List<Step> render(Operation operation, Schema before) {
        return PostgresqlRenderer.render(operation, before);
    }

    @Override
    public Schema foresee(Operation operation, Schema before) {
        return PostgresqlRenderer.foresee(operation, before);
    }

    @Override
    public Schema inspect(Connection connection) throws SQLException {
        return PostgresqlInspector.inspect(connection, Optional.empty());
    }

    @Override
    public Schema inspect(Connection connection, Set<String> tables) throws SQLException {
        return PostgresqlInspector.inspect(connection, Optional.of(tables));
    }

    @Override
    public List<String> objects(Connection connection) throws SQLException {
        return PostgresqlInspector.objects(connection);
    }

    @Override
    public List<IgnoredTable> owned(Connection connection) throws SQLException {
        return PostgresqlInspector.owned(connection);
    }

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return Optional.ofNullable(PostgresqlQuery.text(connection, "SELECT pg_catalog.current_schema()"));
    }

    @Override
    public SchemaRules rules() {
        return rules;
    }

    @Override
    public DatabaseSession open(Connection connection, Duration patience, String history) throws SQLException {
        return PostgresqlSession.open(connection, patience, history);
    }

    @Override
    public String qualified(String table) {
        return PostgresqlNames.table(table);
    }

    @Override
    public boolean mayPass(SQLException failure) {
        return PostgresqlFailures.mayPass(failure);
    }

    @Override
    public boolean isLostTransaction(SQLException failure) {
        return PostgresqlFailures.isLostTransaction(failure);
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return PostgresqlFailures.isMissingTable(failure);
    }

    @Override
    public String isOfCurrentSchema(String table, String alias) {
        return PostgresqlNames.schema(table).isPresent()
                ? "true"
                : "EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                        + " ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.oid OPERATOR(pg_catalog.=) " + alias
                        + ".tableoid AND n.nspname OPERATOR(pg_catalog.=) pg_catalog.current_schema())";
    }

    @Override
    public Optional<String> adviceFor(SQLException failure) {
        return PostgresqlFailures.adviceFor(failure);
    }

    @Override
    public Optional<String> scratchUrl() {
        return Optional.empty();
    }

    @Override
    public List<String> definition(Connection connection) {
        throw new IllegalStateException("There is no scratch database to build");
    }

    @Override
    public String backupTool() {
        return "pg_dump and pg_restore";
    }
}
