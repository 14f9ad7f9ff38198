package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.Pauses;
import dev.mhc.migrations.error.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lock of one history in one database: the server keeps locks of databases apart, so the key is made of the history's
 * schema and table. It is asked for again and again in auto-commit mode; a session that waited inside a statement would be
 * a transaction for {@code CREATE INDEX CONCURRENTLY}, which waits for all of them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">PostgreSQL on advisory
 *     locks</a>
 */
final class AdvisoryLock {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private static final String OF_THE_KEY = """
            l.locktype OPERATOR(pg_catalog.=) 'advisory' AND l.granted
              AND l.database OPERATOR(pg_catalog.=) (SELECT oid FROM pg_catalog.pg_database
                WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
              AND l.classid::pg_catalog.int8 OPERATOR(pg_catalog.=) ? AND l.objid::pg_catalog.int8 OPERATOR(pg_catalog.=) ?
              AND l.objsubid OPERATOR(pg_catalog.=) 1::pg_catalog.int2
            """;

    private final Connection connection;
    private final long key;

    private AdvisoryLock(Connection connection, long key) {
        this.connection = connection;
        this.key = key;
    }

    /**
     * Not taken yet.
     *
     * @param history the table with its schema
     */
    static AdvisoryLock of(Connection connection, String history) {
        return new AdvisoryLock(connection, key(history));
    }

    static long key(String history) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("mhc migrations: " + history).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /**
     * Takes it.
     *
     * @throws dev.mhc.migrations.error.MigrationException if others hold it until the patience ends
     */
    void take(Duration patience) throws SQLException {
        Pauses pauses = new Pauses(patience, FIRST_PAUSE, LONGEST_PAUSE);
        while (!PostgresqlQuery.holds(connection, "SELECT pg_catalog.pg_try_advisory_lock(?)", key)) {
            if (!pauses.take()) {
                throw held(patience);
            }
        }
    }

    private RuntimeException held(Duration patience) throws SQLException {
        List<@Nullable String> holder = PostgresqlQuery.row(
                connection,
                "SELECT l.pid, pg_catalog.concat_ws(', ', 'process ' || l.pid, 'of user ' || a.usename,"
                        + " 'from ' || coalesce(pg_catalog.host(a.client_addr), 'this machine'),"
                        + " nullif(a.application_name, ''),"
                        + " 'connected since ' || pg_catalog.to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'))"
                        + " FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a"
                        + " ON a.pid OPERATOR(pg_catalog.=) l.pid WHERE " + OF_THE_KEY,
                high(),
                low());
        String seconds = patience.toMillis() / 1000.0 + " seconds";
        return holder.isEmpty()
                ? ErrorCode.LOCK_HELD.with(connection.getCatalog(), seconds, "who has just let go of it", "…")
                : ErrorCode.LOCK_HELD.with(connection.getCatalog(), seconds, holder.get(1), holder.get(0));
    }

    private long high() {
        return key >>> 32;
    }

    private long low() {
        return key & 0xFFFF_FFFFL;
    }

    /**
     * Asks the server.
     *
     * @throws dev.mhc.migrations.error.MigrationException if this connection does not hold it any more
     */
    void requireHeld() throws SQLException {
        boolean held = PostgresqlQuery.holds(
                connection,
                "SELECT EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE l.pid OPERATOR(pg_catalog.=)"
                        + " pg_catalog.pg_backend_pid() AND " + OF_THE_KEY + ")",
                high(),
                low());
        if (!held) {
            throw lost("its server process has it no more, or is another one by now");
        }
    }

    /**
     * Lets go of it.
     *
     * @throws dev.mhc.migrations.error.MigrationException if it was not held
     */
    void release() throws SQLException {
        if (!PostgresqlQuery.holds(connection, "SELECT pg_catalog.pg_advisory_unlock(?)", key)) {
            throw lost("it could not be let go of");
        }
    }

    private RuntimeException lost(String how) throws SQLException {
        return ErrorCode.LOCK_LOST.with(Objects.toString(connection.getCatalog(), ""), how);
    }
}
