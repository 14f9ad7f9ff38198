package dev.mhc.migrations.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One token of SQL as SQLite reads it. Reading never fails: what is not closed ends with the text.
 *
 * @param kind what it is
 * @param text as written
 * @param start where it begins in the SQL
 * @param end where it ends in the SQL
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        /** A keyword or a bare name. */
        WORD,
        /** A name in double quotes, back quotes or brackets. */
        QUOTED_NAME,
        /** A string in single quotes, or a blob. */
        STRING,
        NUMBER,
        SYMBOL
    }

    /** Words of expressions and queries that are names only in quotes. */
    private static final Set<String> RESERVED = Set.of(
            "all",
            "and",
            "as",
            "between",
            "case",
            "collate",
            "distinct",
            "else",
            "escape",
            "exists",
            "from",
            "group",
            "having",
            "in",
            "is",
            "isnull",
            "join",
            "limit",
            "not",
            "notnull",
            "null",
            "on",
            "or",
            "order",
            "select",
            "then",
            "union",
            "using",
            "values",
            "when",
            "where");

    /** Tokens without blanks and comments. */
    static List<Token> read(String sql) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            int blank = endOfBlank(sql, at);
            if (blank > at) {
                at = blank;
                continue;
            }
            Kind kind = kindAt(sql, at);
            int end = endOf(kind, sql, at);
            tokens.add(new Token(kind, sql.substring(at, end), at, end));
            at = end;
        }
        return tokens;
    }

    private static int endOfBlank(String sql, int at) {
        char c = sql.charAt(at);
        if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\uFEFF') {
            return at + 1;
        }
        if (sql.startsWith("--", at)) {
            return endAt(sql, sql.indexOf('\n', at), 1);
        }
        if (sql.startsWith("/*", at)) {
            return endAt(sql, sql.indexOf("*/", at + 2), 2);
        }
        return at;
    }

    private static int endAt(String sql, int found, int length) {
        return found < 0 ? sql.length() : found + length;
    }

    private static Kind kindAt(String sql, int at) {
        char first = sql.charAt(at);
        char second = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
        if (first == '\'' || ((first == 'x' || first == 'X') && second == '\'')) {
            return Kind.STRING;
        }
        if (first == '"' || first == '`' || first == '[') {
            return Kind.QUOTED_NAME;
        }
        if (isDigit(first) || (first == '.' && isDigit(second))) {
            return Kind.NUMBER;
        }
        return isWordPart(first) ? Kind.WORD : Kind.SYMBOL;
    }

    private static int endOf(Kind kind, String sql, int at) {
        return switch (kind) {
            case STRING -> endOfQuoted(sql, sql.indexOf('\'', at));
            case QUOTED_NAME -> sql.charAt(at) == '[' ? endAt(sql, sql.indexOf(']', at), 1) : endOfQuoted(sql, at);
            case NUMBER -> endOfNumber(sql, at);
            case WORD -> endOfWord(sql, at);
            case SYMBOL -> at + 1;
        };
    }

    private static int endOfQuoted(String sql, int open) {
        char quote = sql.charAt(open);
        int at = open + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return at;
    }

    private static int endOfNumber(String sql, int start) {
        int at = start;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            boolean exponentSign =
                    (c == '+' || c == '-') && at > start && "eE".indexOf(sql.charAt(at - 1)) >= 0 && !isHex(sql, start);
            if (!isWordPart(c) && c != '.' && !exponentSign) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean isHex(String sql, int start) {
        return sql.regionMatches(true, start, "0x", 0, 2);
    }

    private static int endOfWord(String sql, int start) {
        int at = start;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return c == '_' || c == '$' || c >= 0x80 || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether this is the bare word {@code word}, given in upper case. */
    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Whether this is one of these bare words, given in upper case. */
    boolean isAnyOf(Set<String> words) {
        return kind == Kind.WORD && words.contains(text.toUpperCase(Locale.ROOT));
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** The name or string without its quotes. */
    String unquoted() {
        if (kind == Kind.WORD || kind == Kind.NUMBER || kind == Kind.SYMBOL || text.length() < 2) {
            return text;
        }
        char quote = text.charAt(0);
        if (quote == 'x' || quote == 'X') {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        return quote == '[' ? inner : inner.replace("" + quote + quote, String.valueOf(quote));
    }

    /** Whether this may be the name of the column {@code column}. */
    boolean names(String column) {
        boolean bare = kind == Kind.WORD && !RESERVED.contains(SqliteRules.fold(text));
        return (bare || kind == Kind.QUOTED_NAME)
                && SqliteRules.fold(unquoted()).equals(SqliteRules.fold(column));
    }
}
