package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.SqlLexer;
import dev.mhc.migrations.dialect.SqlLexer.Kind;
import dev.mhc.migrations.dialect.SqlLexer.Reading;
import dev.mhc.migrations.error.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the statements that PostgreSQL refuses inside a transaction, by their words. */
final class TransactionlessSql {

    private static final Set<String> NEVER_CREATED_OR_DROPPED = Set.of("DATABASE", "TABLESPACE");
    private static final Set<String> REINDEXED_AS_A_WHOLE = Set.of("SCHEMA", "DATABASE", "SYSTEM");
    private static final Pattern UNICODE = Pattern.compile("\\\\(?:\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4})|(\\\\))");
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\([0-7]{1,3})|\\\\(x\\p{XDigit}{1,2}|u\\p{XDigit}{4}|U\\p{XDigit}{8})|\\\\.|''", Pattern.DOTALL);

    private record Token(Kind kind, String text, String word, int start, int end) {
        boolean is(String wanted) {
            return kind == Kind.WORD && word.equals(wanted);
        }
    }

    private final List<Token> tokens;

    private TransactionlessSql(String statement) {
        tokens = tokens(statement);
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

    private static List<Token> tokens(String statement) {
        List<Token> tokens = new ArrayList<>();
        try {
            SqlLexer lexer = new SqlLexer(statement, Reading.POSTGRESQL);
            for (Kind kind = lexer.next(); kind != Kind.END; kind = lexer.next()) {
                if (kind != Kind.SEMICOLON || !tokens.isEmpty()) {
                    tokens.add(new Token(
                            kind,
                            statement.substring(lexer.start(), lexer.end()),
                            lexer.word(),
                            lexer.start(),
                            lexer.end()));
                }
            }
        } catch (MigrationException notClosed) {
            // The server cannot read it either, and says so better.
            return tokens;
        }
        return tokens;
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
        int next = is(1, "VERBOSE") ? 2 : kind(1) == Kind.OPEN ? closing(1) + 1 : 1;
        return next >= tokens.size() || kind(next) == Kind.SEMICOLON
                ? Optional.of("CLUSTER without a table")
                : Optional.empty();
    }

    private Optional<String> reindex() {
        int kind = 1;
        if (kind(1) == Kind.OPEN) {
            kind = closing(1) + 1;
            if (saysYes(1, "CONCURRENTLY")) {
                return Optional.of("REINDEX CONCURRENTLY");
            }
        }
        if (kind < tokens.size()
                && REINDEXED_AS_A_WHOLE.contains(tokens.get(kind).word())) {
            return Optional.of("REINDEX " + tokens.get(kind).word());
        }
        return is(kind + 1, "CONCURRENTLY") ? Optional.of("REINDEX CONCURRENTLY") : Optional.empty();
    }

    private Optional<String> createOrDrop() {
        String verb = tokens.get(0).word();
        int object = is(1, "UNIQUE") ? 2 : 1;
        if (is(object, "INDEX") && is(object + 1, "CONCURRENTLY")) {
            return Optional.of(verb + " INDEX CONCURRENTLY");
        }
        if (object < tokens.size()
                && kind(object) == Kind.WORD
                && NEVER_CREATED_OR_DROPPED.contains(tokens.get(object).word())) {
            return Optional.of(verb + " " + tokens.get(object).word());
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
        return tokens.stream().anyMatch(token -> token.is("CONCURRENTLY"));
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
        for (int i = open; i < closing(open); i++) {
            if (is(i, option)) {
                return !isNo(i + 1);
            }
        }
        return false;
    }

    private boolean saysNo(String option) {
        for (int i = 1; i < tokens.size(); i++) {
            if (is(i, option) && "=".equals(text(i + 1)) && isNo(i + 2)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNo(int index) {
        String value = text(index).replace("'", "").toUpperCase(Locale.ROOT);
        return value.equals("FALSE") || value.equals("OFF") || value.equals("0");
    }

    private Optional<String> addedValue() {
        if (!is(0, "ALTER") || !is(1, "TYPE")) {
            return Optional.empty();
        }
        for (int i = 2; i < tokens.size() - 1; i++) {
            if (is(i, "ADD") && is(i + 1, "VALUE")) {
                return string(is(i + 2, "IF") ? i + 5 : i + 2);
            }
        }
        return Optional.empty();
    }

    /** The string that begins with this token; a quote that is doubled in it divides it into several. */
    private Optional<String> string(int first) {
        boolean unicode = is(first, "U") && "&".equals(text(first + 1));
        int from = unicode ? first + 2 : first;
        if (kind(from) != Kind.QUOTED) {
            return Optional.empty();
        }
        String text = text(from);
        if (text.startsWith("$")) {
            int tag = text.indexOf('$', 1) + 1;
            return Optional.of(text.substring(tag, text.length() - tag));
        }
        if (!text.startsWith("'")) {
            return Optional.of(unescaped(text.substring(2, text.length() - 1)));
        }
        StringBuilder value = new StringBuilder(text.substring(1, text.length() - 1));
        for (int i = from + 1; kind(i) == Kind.QUOTED && text(i).startsWith("'"); i++) {
            boolean doubled = tokens.get(i).start() == tokens.get(i - 1).end();
            value.append(doubled ? "'" : "").append(text(i), 1, text(i).length() - 1);
        }
        return Optional.of(unicode ? decoded(value.toString()) : value.toString());
    }

    private static String decoded(String text) {
        return UNICODE.matcher(text).replaceAll(match -> {
            String code = match.group(1) == null ? match.group(2) : match.group(1);
            return Matcher.quoteReplacement(code == null ? "\\" : Character.toString(Integer.parseInt(code, 16)));
        });
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            String octal = match.group(1);
            String hex = match.group(2);
            if (octal != null || hex != null) {
                int code = octal == null ? Integer.parseInt(hex.substring(1), 16) : Integer.parseInt(octal, 8);
                return Matcher.quoteReplacement(Character.toString(code));
            }
            return Matcher.quoteReplacement(
                    switch (match.group()) {
                        case "\\n" -> "\n";
                        case "\\t" -> "\t";
                        case "\\r" -> "\r";
                        case "\\b" -> "\b";
                        case "\\f" -> "\f";
                        default -> match.group().substring(1);
                    });
        });
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += kind(i) == Kind.OPEN ? 1 : kind(i) == Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private boolean is(int index, String word) {
        return index < tokens.size() && tokens.get(index).is(word);
    }

    private Kind kind(int index) {
        return index < tokens.size() ? tokens.get(index).kind() : Kind.END;
    }

    private String text(int index) {
        return index < tokens.size() ? tokens.get(index).text() : "";
    }
}
