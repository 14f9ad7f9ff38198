package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.SqlLexer.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Knows the statements that PostgreSQL refuses inside a transaction, by their words. */
final class TransactionlessSql {

    private static final Set<String> NEVER_CREATED_OR_DROPPED = Set.of("DATABASE", "TABLESPACE");
    private static final Set<String> REINDEXED_AS_A_WHOLE = Set.of("SCHEMA", "DATABASE", "SYSTEM");

    private final Tokens tokens;

    private TransactionlessSql(String statement) {
        tokens = Tokens.of(statement);
    }

    /**
     * Why a statement cannot share a transaction with others, as the subject and verb of a message: {@code VACUUM runs
     * only outside of a transaction}. Empty if it can, as far as its text tells.
     *
     * @param statement one statement
     */
    static Optional<String> reason(String statement) {
        return new TransactionlessSql(statement).name().map(name -> name + " runs only outside of a transaction");
    }

    /**
     * The value that a statement adds to an enum: nothing may use it in the same transaction, unless the transaction
     * created the type, too.
     *
     * @param statement one statement
     */
    static Optional<String> addedEnumValue(String statement) {
        return new TransactionlessSql(statement).addedValue();
    }

    private Optional<String> name() {
        if (is(0, "VACUUM")) {
            return Optional.of("VACUUM");
        }
        if (is(0, "DISCARD") && is(1, "ALL")) {
            return Optional.of("DISCARD ALL");
        }
        if (is(0, "CLUSTER")) {
            return cluster();
        }
        if (is(0, "REINDEX")) {
            return reindex();
        }
        if (is(0, "CREATE") || is(0, "DROP")) {
            return createOrDrop();
        }
        return is(0, "ALTER") ? alter() : Optional.empty();
    }

    private Optional<String> cluster() {
        int next = is(1, "VERBOSE") ? 2 : tokens.kind(1) == Kind.OPEN ? tokens.closing(1) + 1 : 1;
        return next >= tokens.size() || tokens.kind(next) == Kind.SEMICOLON
                ? Optional.of("CLUSTER without a table")
                : Optional.empty();
    }

    private Optional<String> reindex() {
        int kind = 1;
        if (tokens.kind(1) == Kind.OPEN) {
            kind = tokens.closing(1) + 1;
            if (saysYes(1, "CONCURRENTLY")) {
                return Optional.of("REINDEX CONCURRENTLY");
            }
        }
        if (REINDEXED_AS_A_WHOLE.contains(tokens.word(kind))) {
            return Optional.of("REINDEX " + tokens.word(kind));
        }
        return is(kind + 1, "CONCURRENTLY") ? Optional.of("REINDEX CONCURRENTLY") : Optional.empty();
    }

    private Optional<String> createOrDrop() {
        String verb = tokens.word(0);
        int object = is(1, "UNIQUE") ? 2 : 1;
        if (is(object, "INDEX") && is(object + 1, "CONCURRENTLY")) {
            return Optional.of(verb + " INDEX CONCURRENTLY");
        }
        if (NEVER_CREATED_OR_DROPPED.contains(tokens.word(object))) {
            return Optional.of(verb + " " + tokens.word(object));
        }
        if (is(1, "SUBSCRIPTION") && (verb.equals("DROP") || (!saysNo("CONNECT") && !saysNo("CREATE_SLOT")))) {
            return Optional.of(verb + " SUBSCRIPTION");
        }
        return Optional.empty();
    }

    private Optional<String> alter() {
        if (is(1, "SYSTEM")) {
            return Optional.of("ALTER SYSTEM");
        }
        if (is(1, "DATABASE") && has("SET", "TABLESPACE")) {
            return Optional.of("ALTER DATABASE SET TABLESPACE");
        }
        if (is(1, "TABLE") && has("DETACH", "PARTITION") && detachesConcurrently()) {
            return Optional.of("DETACH PARTITION CONCURRENTLY");
        }
        boolean refreshes = has("REFRESH", "PUBLICATION")
                || has("REFRESH", "SEQUENCES")
                || ((has("SET", "PUBLICATION") || has("ADD", "PUBLICATION") || has("DROP", "PUBLICATION"))
                        && !saysNo("REFRESH"));
        return is(1, "SUBSCRIPTION") && refreshes
                ? Optional.of("ALTER SUBSCRIPTION that refreshes it")
                : Optional.empty();
    }

    /** The word stands last there; as a name it would have to be quoted. */
    private boolean detachesConcurrently() {
        return IntStream.range(0, tokens.size()).anyMatch(i -> is(i, "CONCURRENTLY"));
    }

    private boolean has(String first, String second) {
        for (int i = 2; i < tokens.size() - 1; i++) {
            if (is(i, first) && is(i + 1, second)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an option in parentheses is switched on, which it is too if nothing is said of it. */
    private boolean saysYes(int open, String option) {
        for (int i = open; i < tokens.closing(open); i++) {
            if (is(i, option)) {
                return !isNo(i + 1);
            }
        }
        return false;
    }

    private boolean saysNo(String option) {
        for (int i = 1; i < tokens.size(); i++) {
            if (is(i, option) && "=".equals(tokens.text(i + 1)) && isNo(i + 2)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNo(int index) {
        String value = tokens.text(index).replace("'", "").toUpperCase(Locale.ROOT);
        return value.equals("FALSE") || value.equals("OFF") || value.equals("0");
    }

    private Optional<String> addedValue() {
        if (!is(0, "ALTER") || !is(1, "TYPE")) {
            return Optional.empty();
        }
        for (int i = 2; i < tokens.size() - 1; i++) {
            if (is(i, "ADD") && is(i + 1, "VALUE")) {
                return tokens.string(is(i + 2, "IF") ? i + 5 : i + 2);
            }
        }
        return Optional.empty();
    }

    private boolean is(int index, String word) {
        return tokens.is(index, word);
    }
}
