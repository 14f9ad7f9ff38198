package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.dialect.sqlite.SqliteDialect;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/** The one place that names the dialects. */
final class Dialects {

    private Dialects() {}

    /** The dialect of this connection's database. Sends no statement. */
    static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String product = database.getDatabaseProductName();
        String version = database.getDatabaseProductVersion();
        return switch (product) {
            case "SQLite" -> SqliteDialect.of(version);
            case "PostgreSQL" -> PostgresqlDialect.of(version);
            default -> throw ErrorCode.DATABASE_NOT_SUPPORTED.with(product + " " + version);
        };
    }

    /** What to tell the user if {@code failure} says that a driver could not load itself. */
    static Optional<MigrationException> notLoaded(Throwable failure) {
        return SqliteDialect.notLoaded(failure);
    }
}
