package dev.mhc.coach;

import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.operation.SchemaEditor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Renders the coach's migrations for PostgreSQL and executes them, as long as the engine works on SQLite alone. */
final class PostgresqlMigrations {

    private final MigrationRegistry registry =
            ServiceLoader.load(MigrationRegistry.class).findFirst().orElseThrow();
    private final Connection connection;
    private final Dialect dialect;
    private int applied;

    private PostgresqlMigrations(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** For an empty database. */
    static PostgresqlMigrations on(Connection connection) throws SQLException {
        return new PostgresqlMigrations(
                connection, PostgresqlDialect.of(connection.getMetaData().getDatabaseProductVersion()));
    }

    void up(long version) throws SQLException {
        for (; applied < registry.size() && registry.entry(applied).version() <= version; applied++) {
            execute(registry.migration(applied)::up);
        }
    }

    void downTo(long version) throws SQLException {
        for (; applied > 0 && registry.entry(applied - 1).version() > version; applied--) {
            DatabaseMigration migration = registry.migration(applied - 1);
            execute(((ReversibleMigration) migration)::down);
        }
    }

    private void execute(Consumer<SchemaEditor> migration) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Operation operation : OperationRecorder.record(migration)) {
                for (Step step : dialect.render(operation, dialect.inspect(connection))) {
                    if (step instanceof Step.Statement sql) {
                        statement.execute(sql.sql());
                    }
                }
            }
        }
    }
}
