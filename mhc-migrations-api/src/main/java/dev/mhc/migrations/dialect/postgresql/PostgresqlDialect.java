package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.error.ErrorCode;
import java.util.Optional;

/** PostgreSQL, which this release does not migrate. */
public final class PostgresqlDialect {
    private PostgresqlDialect() {}

    /** Refuses. */
    public static Dialect of(String version) {
        Optional<Dialect> none = Optional.empty();
        return none.orElseThrow(() -> ErrorCode.DATABASE_NOT_SUPPORTED.with(version));
    }
}
