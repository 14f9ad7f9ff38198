package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.SqlLexer.Kind;
import dev.mhc.migrations.error.ErrorCode;
import java.util.Locale;
import java.util.stream.IntStream;

/** Keeps out what lets go of all advisory locks of the session: one of them keeps other runs out. */
final class SessionLocks {

    private static final String UNLOCK_ALL = "pg_advisory_unlock_all";

    private SessionLocks() {}

    /**
     * Goes on if a statement keeps them, as far as its text tells.
     *
     * @throws dev.mhc.migrations.error.MigrationException with the code {@code LocksDropped}
     */
    static void refuse(String statement) {
        Tokens sql = Tokens.of(statement);
        // The body of a function does not run yet.
        boolean drops = sql.are(0, "DISCARD", "ALL")
                || (!sql.is(0, "CREATE") && IntStream.range(0, sql.size()).anyMatch(i -> unlocks(sql, i)));
        if (drops) {
            throw ErrorCode.LOCKS_DROPPED.with(statement.strip());
        }
    }

    private static boolean unlocks(Tokens sql, int index) {
        String text = sql.text(index).toLowerCase(Locale.ROOT);
        boolean called =
                sql.kind(index + 1) == Kind.OPEN && text.replace("\"", "").equals(UNLOCK_ALL);
        return called || (sql.is(0, "DO") && sql.kind(index) == Kind.QUOTED && text.contains(UNLOCK_ALL));
    }
}
