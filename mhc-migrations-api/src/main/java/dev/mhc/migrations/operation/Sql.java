package dev.mhc.migrations.operation;

import java.util.Optional;

/**
 * SQL for each database. Both must be said; {@link #none()} says that there is nothing to do on one of them.
 *
 * <pre>{@code
 * schema.sql(Sql.sqlite("…").postgresql("…"));
 * schema.sql(Sql.sqlite(none()).postgresql("CREATE EXTENSION citext"));
 * }</pre>
 *
 * @param sqlite for SQLite; empty if nothing is to be done there
 * @param postgresql for PostgreSQL; empty if nothing is to be done there
 */
public record Sql(Optional<String> sqlite, Optional<String> postgresql) {

    /** Says that a database needs no statement. */
    public static final class None {
        private static final None INSTANCE = new None();

        private None() {}
    }

    /** What SQLite executes is known; what PostgreSQL executes must follow. */
    public static final class OnSqlite {
        private final Optional<String> sqlite;

        private OnSqlite(Optional<String> sqlite) {
            this.sqlite = sqlite;
        }

        /** What PostgreSQL executes. */
        public Sql postgresql(String sql) {
            return new Sql(sqlite, Optional.of(sql));
        }

        /** PostgreSQL executes nothing. */
        public Sql postgresql(None none) {
            return new Sql(sqlite, Optional.empty());
        }
    }

    /** The same SQL on both. */
    public static Sql both(String sql) {
        return new Sql(Optional.of(sql), Optional.of(sql));
    }

    /** What SQLite executes. */
    public static OnSqlite sqlite(String sql) {
        return new OnSqlite(Optional.of(sql));
    }

    /** SQLite executes nothing. */
    public static OnSqlite sqlite(None none) {
        return new OnSqlite(Optional.empty());
    }

    /** Nothing to do on this database. */
    public static None none() {
        return None.INSTANCE;
    }
}
