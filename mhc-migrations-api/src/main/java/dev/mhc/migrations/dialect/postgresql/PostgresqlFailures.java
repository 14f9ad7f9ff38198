package dev.mhc.migrations.dialect.postgresql;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the server's failures mean, by SQLSTATE. */
final class PostgresqlFailures {

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String FAILED_TRANSACTION = "25P02";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";

    private static final Set<String> OF_OTHERS = Set.of(LOCK_NOT_AVAILABLE, DEADLOCK, SERIALIZATION);

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry(
                    "23502",
                    "A row has no value for a column that needs one. Give a new column a defaultValue(…), or fill an"
                            + " existing one with fillNulls(…)."),
            Map.entry("23503", "A row references a row that is not there. Correct or delete such rows first."),
            Map.entry("23505", "Two rows would have the same key. Correct or delete the duplicates first."),
            Map.entry("23514", "A row breaks a check. Correct or delete such rows first."),
            Map.entry("42804", "Say how the old values become new ones with using(\"…\")."),
            Map.entry("22P02", "A value cannot be read as the new type. Say how it becomes one with using(\"…\")."),
            Map.entry("22001", "A value is longer than the new type allows. Shorten such values first."),
            Map.entry(UNDEFINED_TABLE, "Check the name, and that an earlier migration creates the table."),
            Map.entry("42703", "Check the name, and that an earlier migration adds the column."),
            Map.entry("42704", "Check the name, and that an earlier migration creates it."),
            Map.entry("42P07", "Choose another name, or drop or rename what has it first."),
            Map.entry("42701", "The table has this column already; choose another name."),
            Map.entry("42830", "A foreign key must reference a primary key or unique columns."),
            Map.entry("2BP01", "Others depend on it: drop or change those first."),
            Map.entry("42501", "The user may not do this. Migrate as the owner of the tables."),
            Map.entry(
                    LOCK_NOT_AVAILABLE,
                    "Others work with the table and did not let go of it, however often it was tried. Look for long"
                            + " transactions (SELECT pid, state, xact_start, query FROM pg_stat_activity ORDER BY xact_start),"
                            + " and run again when they have ended."),
            Map.entry("25001", "The statement cannot run inside a transaction; run it outside of migrations."));

    private PostgresqlFailures() {}

    /** Others hold a lock, or two transactions were in each other's way. */
    static boolean mayPass(SQLException failure) {
        return OF_OTHERS.contains(String.valueOf(failure.getSQLState()));
    }

    /** A statement failed, and the transaction with it. */
    static boolean isLostTransaction(SQLException failure) {
        return FAILED_TRANSACTION.equals(failure.getSQLState());
    }

    static boolean isMissingTable(SQLException failure) {
        return UNDEFINED_TABLE.equals(failure.getSQLState());
    }

    static Optional<String> adviceFor(SQLException failure) {
        return Optional.ofNullable(failure.getSQLState()).map(ADVICE::get);
    }
}
