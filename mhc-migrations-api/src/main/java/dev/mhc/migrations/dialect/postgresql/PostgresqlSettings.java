package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.error.ErrorCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a session that a role, a database or a pool's last user may have changed, and that would change what a
 * migration does or end it. The search path and the role say what is meant: they are kept.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">PostgreSQL on client settings</a>
 */
final class PostgresqlSettings {

    private static final Logger LOGGER = System.getLogger(PostgresqlSettings.class.getName());

    /** How often the server looks, while a statement runs, whether its client is still there. */
    private static final String CONNECTION_CHECK = "client_connection_check_interval";

    private static final Map<String, String> PINNED = pinned();

    private final Map<String, String> lent = new LinkedHashMap<>();
    private String lentConnectionCheck = "0";
    private String searchPath = "";
    private String role = "none";
    private boolean connectionIsChecked;

    private static Map<String, String> pinned() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("statement_timeout", "0");
        values.put("lock_timeout", "0");
        values.put("idle_in_transaction_session_timeout", "0");
        values.put("idle_session_timeout", "0");
        values.put("transaction_timeout", "0");
        values.put("default_transaction_isolation", "read committed");
        values.put("default_transaction_deferrable", "off");
        values.put("standard_conforming_strings", "on");
        // Policies that hide rows from the owner would leave them unchanged without a word; this way the server
        // refuses.
        values.put("row_security", "off");
        values.put("TimeZone", "UTC");
        values.put("DateStyle", "ISO, MDY");
        values.put("IntervalStyle", "postgres");
        // A client whose network vanished keeps its locks for a minute, not for two hours.
        values.put("tcp_keepalives_idle", "30");
        values.put("tcp_keepalives_interval", "10");
        values.put("tcp_keepalives_count", "3");
        return values;
    }

    private PostgresqlSettings() {}

    /** The values of this connection; a setting that its server does not know is left out. */
    static PostgresqlSettings of(Connection connection) throws SQLException {
        String columns = PINNED.keySet().stream()
                .map(name -> "pg_catalog.current_setting('" + name + "', true)")
                .collect(Collectors.joining(", "));
        List<@Nullable String> values = PostgresqlQuery.row(
                connection,
                "SELECT pg_catalog.current_setting('" + CONNECTION_CHECK + "'),"
                        + " pg_catalog.current_setting('search_path'), pg_catalog.current_setting('role'), " + columns);
        PostgresqlSettings settings = new PostgresqlSettings();
        settings.lentConnectionCheck = Objects.requireNonNull(values.get(0));
        settings.searchPath = Objects.requireNonNull(values.get(1));
        settings.role = Objects.requireNonNull(values.get(2));
        int column = 3;
        for (String name : PINNED.keySet()) {
            String value = values.get(column++);
            if (value != null) {
                settings.lent.put(name, value);
            }
        }
        return settings;
    }

    void pin(Connection connection) throws SQLException {
        set(connection, changed(PINNED));
        try {
            checkConnection(connection, "10s");
            connectionIsChecked = true;
        } catch (SQLException e) {
            // Not every operating system of a server can look; then a statement of a dead client runs to its end.
            LOGGER.log(Level.DEBUG, "No look at the connection while a statement runs", e);
        }
    }

    /**
     * Takes back what statements of the open transaction have set for the session: a pasted dump empties the search path, and
     * the next migration, or the application, would work elsewhere. What they set LOCAL ends here as well.
     */
    void regain(Connection connection) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>(PINNED);
        values.keySet().retainAll(lent.keySet());
        // That of the transaction is as short as others can bear, and ends with it.
        values.remove("lock_timeout");
        values.put("search_path", searchPath);
        values.put("role", role);
        set(connection, values);
    }

    void restore(Connection connection) throws SQLException {
        set(connection, changed(lent));
        if (connectionIsChecked) {
            checkConnection(connection, lentConnectionCheck);
        }
    }

    private static void checkConnection(Connection connection, String interval) throws SQLException {
        set(connection, Map.of(CONNECTION_CHECK, interval));
    }

    /** Of these values, those of settings that are pinned to another value than they were lent with. */
    private Map<String, String> changed(Map<String, String> values) {
        Map<String, String> changed = new LinkedHashMap<>();
        lent.forEach((name, value) -> {
            if (!value.equals(PINNED.get(name))) {
                changed.put(name, Objects.requireNonNull(values.get(name)));
            }
        });
        return changed;
    }

    private static void set(Connection connection, Map<String, String> values) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        String calls = values.keySet().stream()
                .map(name -> "pg_catalog.set_config('" + name + "', ?, false)")
                .collect(Collectors.joining(", "));
        PostgresqlQuery.row(connection, "SELECT " + calls, values.values().toArray());
    }

    /**
     * Limits how long the open transaction waits for a lock.
     *
     * @throws dev.mhc.migrations.error.MigrationException if it may write nothing
     */
    static void enter(Connection connection, Duration lockTimeout) throws SQLException {
        List<@Nullable String> row = PostgresqlQuery.row(
                connection,
                "SELECT pg_catalog.pg_is_in_recovery(), pg_catalog.current_setting('transaction_read_only'),"
                        + " pg_catalog.set_config('lock_timeout', ?, true)",
                String.valueOf(Math.max(1, lockTimeout.toMillis())));
        if ("t".equals(row.get(0))) {
            throw ErrorCode.READ_ONLY_SERVER.with(connection.getCatalog(), "its server is a standby");
        }
        if ("on".equals(row.get(1))) {
            throw ErrorCode.READ_ONLY_SERVER.with(
                    connection.getCatalog(),
                    "transactions of this connection are read-only (default_transaction_read_only, or"
                            + " the connection's own setting)");
        }
    }
}
