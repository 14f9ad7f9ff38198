package dev.mhc.migrations.maven;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/**
 * The locks that a restore holds in its one transaction, and those that the server has room for.
 *
 * @param needed as many as dropping everything and making it again takes
 * @param perTransaction the setting {@code max_locks_per_transaction}
 * @param transactions how many there may be at once
 */
record LockTable(long needed, long perTransaction, long transactions) {

    /** What is dropped is locked with its inner parts, what is made with what it is made of; measured, it is about this. */
    private static final String QUERY = """
            SELECT
              (SELECT count(*) FROM pg_catalog.pg_class WHERE oid >= 16384) * 3
                + (SELECT count(*) FROM pg_catalog.pg_type WHERE oid >= 16384)
                + (SELECT count(*) FROM pg_catalog.pg_constraint WHERE oid >= 16384)
                + (SELECT count(*) FROM pg_catalog.pg_attrdef WHERE oid >= 16384)
                + (SELECT count(*) FROM pg_catalog.pg_trigger WHERE oid >= 16384)
                + (SELECT count(*) FROM pg_catalog.pg_rewrite WHERE oid >= 16384)
                + (SELECT count(*) FROM pg_catalog.pg_proc WHERE oid >= 16384)
                + (SELECT count(*) FROM pg_catalog.pg_largeobject_metadata) * 2,
              pg_catalog.current_setting('max_locks_per_transaction')::pg_catalog.int8,
              pg_catalog.current_setting('max_connections')::pg_catalog.int8
                + pg_catalog.current_setting('max_prepared_transactions')::pg_catalog.int8
            """;

    static LockTable at(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(QUERY)) {
            if (!row.next()) {
                throw new SQLException("The server did not say how many locks it has room for");
            }
            return new LockTable(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** Where this much more is made than there is now. */
    LockTable and(long entries) {
        return new LockTable(needed + entries, perTransaction, transactions);
    }

    /** What to tell at backup time: that the server could not restore it, as it is set. */
    Optional<String> tooSmall() {
        return needed <= perTransaction * transactions
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "To restore it takes about %,d locks, and the server has room for %,d.%s",
                        needed,
                        perTransaction * transactions,
                        advice()));
    }

    /** The way out, for what follows a message. */
    String advice() {
        // Others need locks, too.
        long enough = Math.max(needed * 3 / 2 / transactions + 1, perTransaction * 2);
        return " Before it is restored, set max_locks_per_transaction to " + enough
                + " or more in postgresql.conf (it is " + perTransaction + "), and start the server anew.";
    }
}
