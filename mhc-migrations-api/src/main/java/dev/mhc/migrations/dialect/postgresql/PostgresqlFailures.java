package dev.mhc.migrations.dialect.postgresql;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server's failures mean, by SQLSTATE. */
final class PostgresqlFailures {

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String FAILED_TRANSACTION = "25P02";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";

    private static final Set<String> OF_OTHERS = Set.of(LOCK_NOT_AVAILABLE, DEADLOCK, SERIALIZATION);

    private static final String DEPENDENT = "2BP01";
    private static final String UNSUPPORTED = "0A000";
    private static final String BAD_TABLE = "42P16";
    private static final String FORBIDDEN = "42501";
    private static final Pattern FORBIDDEN_PLACE =
            Pattern.compile("permission denied for (schema|database) (\"(?:[^\"]|\"\")+\"|\\S+)");

    /** What PostgreSQL 14 says in place of {@link #UNSUPPORTED} where a computed column reads another one. */
    private static final String SYNTAX = "42601";

    private static final String DEPENDENT_NAME = "((?:\"(?:[^\"]|\"\")+\"|[^\\s\"]+)+) depends on ";

    private static final Pattern DEPENDENT_VIEW = Pattern.compile("(?:^|\\s)(?<!materialized )view " + DEPENDENT_NAME);

    private static final Pattern DEPENDENT_MATERIALIZED = Pattern.compile("materialized view " + DEPENDENT_NAME);

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
            Map.entry(
                    "55006",
                    "The same transaction has changed rows of the table, and checks of them wait for COMMIT. Put what"
                            + " changes the rows into a migration before this one."),
            Map.entry(BAD_TABLE, "A column of the primary key is never NULL, and a table has one primary key."),
            Map.entry("42P17", "Indexes, and columns that are computed, use only functions that are IMMUTABLE."),
            Map.entry("42846", "Say how the old values become new ones with using(\"…\")."),
            Map.entry("428C9", "The database computes or numbers this column; leave it out."),
            Map.entry("42710", "Choose another name, or drop what has it first."),
            Map.entry("3F000", "Check the name of the schema, and that an earlier migration creates it with sql(…)."),
            Map.entry(
                    LOCK_NOT_AVAILABLE,
                    "Others work with the table and did not let go of it, however often it was tried. Look for long"
                            + " transactions (SELECT pid, state, xact_start, query FROM pg_stat_activity ORDER BY xact_start),"
                            + " and run again when they have ended."),
            Map.entry(
                    "55P04",
                    "A value that is added to an enum can be used when the transaction that adds it has ended. Say"
                            + " @Migration(transactional = false), or add the value in a migration before this one."),
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

    /** Names the views, so that nobody has to look for them; in another language the server's own words must do. */
    private static Optional<String> adviceForUsed(String state, String message) {
        Set<String> views = new LinkedHashSet<>();
        Matcher view = DEPENDENT_VIEW.matcher(message);
        while (view.find()) {
            views.add(view.group(1).replace("\"", ""));
        }
        if (!views.isEmpty()) {
            return Optional.of("It is used by view " + String.join(", view ", views)
                    + ". In the same migration, drop it before (dropView) and create it again afterwards (createView);"
                    + " what was granted on it is granted again.");
        }
        Matcher materialized = DEPENDENT_MATERIALIZED.matcher(message);
        if (materialized.find()) {
            return Optional.of("It is used by materialized view "
                    + materialized.group(1).replace("\"", "")
                    + ". In the same migration, drop it before and create it again afterwards, with its indexes and grants:"
                    + " sql(\"DROP MATERIALIZED VIEW …\").");
        }
        if (state.equals(UNSUPPORTED) || state.equals(SYNTAX)) {
            return message.contains("generated column")
                    ? Optional.of("A computed column reads it: drop that column first and add it again afterwards.")
                    : Optional.empty();
        }
        return Optional.of(
                message.contains("foreign key") || message.contains("constraint")
                        ? "Foreign keys of other tables reference it: drop them first (dropForeignKey), and add them"
                                + " again afterwards."
                        : "Others depend on it: drop or change those first.");
    }

    /** Says the grant that is missing; in another language the server's own words must do. */
    private static String adviceForForbidden(String message) {
        if (message.contains("row-level security")) {
            return "Policies hide rows of the table from this user, and a migration changes all of them or none. Migrate as a"
                    + " role with BYPASSRLS, or say ALTER TABLE … NO FORCE ROW LEVEL SECURITY before and FORCE again behind it.";
        }
        Matcher place = FORBIDDEN_PLACE.matcher(message);
        if (!place.find()) {
            return "The user may not do this. Migrate as the owner of the tables, or as a member of the role that owns them;"
                    + " to look only, SELECT on the tables, that of the history too, is enough.";
        }
        String kind = place.group(1);
        return "The user may not create anything there. Let its owner say: GRANT "
                + (kind.equals("schema") ? "USAGE, CREATE ON SCHEMA " : "CREATE ON DATABASE ") + place.group(2)
                + " TO …; or migrate as its owner.";
    }

    static boolean isMissingTable(SQLException failure) {
        return UNDEFINED_TABLE.equals(failure.getSQLState());
    }

    static Optional<String> adviceFor(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(DEPENDENT) || state.equals(UNSUPPORTED) || state.equals(SYNTAX)) {
            return adviceForUsed(state, String.valueOf(failure.getMessage()));
        }
        if (state.equals(FORBIDDEN)) {
            return Optional.of(adviceForForbidden(String.valueOf(failure.getMessage())));
        }
        if (state.equals(BAD_TABLE) && String.valueOf(failure.getMessage()).contains("inherited")) {
            return Optional.of(
                    "The column or constraint comes from a parent table. Change the parent; its children follow.");
        }
        return Optional.ofNullable(failure.getSQLState()).map(ADVICE::get);
    }
}
