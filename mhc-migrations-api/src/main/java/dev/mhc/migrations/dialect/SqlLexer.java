package dev.mhc.migrations.dialect;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.util.Locale;

/** Reads SQL token by token as one database does; blanks and comments are skipped. */
public final class SqlLexer {

    /** Whose lexical rules hold. */
    public enum Reading {
        /** {@code [name]} is an identifier; comments do not nest; a {@code $} begins a parameter. */
        SQLITE,
        /** {@code E'\''} and {@code $tag$} are strings; comments nest; brackets are punctuation. */
        POSTGRESQL
    }

    /** What a token is. */
    public enum Kind {
        WORD,
        QUOTED,
        SEMICOLON,
        OPEN,
        CLOSE,
        OTHER,
        END
    }

    private final String sql;
    private final Reading reading;
    private int start;
    private int end;

    /** Stands before the first token. */
    public SqlLexer(String sql, Reading reading) {
        this.sql = sql;
        this.reading = reading;
    }

    /** Where the last token begins. */
    public int start() {
        return start;
    }

    /** Where the last token ends. */
    public int end() {
        return end;
    }

    /** The last token in upper case. */
    public String word() {
        return sql.substring(start, end).toUpperCase(Locale.ROOT);
    }

    /**
     * Goes to the next token.
     *
     * @throws MigrationException if a quote or a comment is not closed, or this database has no such token
     */
    public Kind next() {
        skipBlanksAndComments();
        start = end;
        if (end == sql.length()) {
            return Kind.END;
        }
        char first = sql.charAt(end++);
        return switch (first) {
            case ';' -> Kind.SEMICOLON;
            case '(' -> Kind.OPEN;
            case ')' -> Kind.CLOSE;
            case '\'', '"', '`' -> quoted(first);
            case '[' -> reading == Reading.SQLITE ? bracketed() : Kind.OPEN;
            case ']' -> reading == Reading.SQLITE ? Kind.OTHER : Kind.CLOSE;
            case '$' -> dollar();
            default -> isWordPart(first) ? word(first) : Kind.OTHER;
        };
    }

    private void skipBlanksAndComments() {
        while (end < sql.length()) {
            if (isBlank(sql.charAt(end))) {
                end++;
            } else if (sql.startsWith("--", end)) {
                skipLineComment();
            } else if (sql.startsWith("/*", end)) {
                skipBlockComment();
            } else {
                return;
            }
        }
    }

    private void skipLineComment() {
        while (end < sql.length() && !isLineEnd(sql.charAt(end))) {
            end++;
        }
    }

    private boolean isLineEnd(char c) {
        return c == '\n' || (c == '\r' && reading == Reading.POSTGRESQL);
    }

    private void skipBlockComment() {
        int opened = end;
        int depth = 1;
        end += 2;
        while (depth > 0) {
            int close = sql.indexOf("*/", end);
            if (close < 0) {
                throw notClosed("the comment /*", opened);
            }
            int nested = reading == Reading.POSTGRESQL ? sql.indexOf("/*", end) : -1;
            if (nested >= 0 && nested < close) {
                depth++;
                end = nested + 2;
            } else {
                depth--;
                end = close + 2;
            }
        }
    }

    /** A doubled quote is two quoted tokens side by side, which makes no difference here. */
    private Kind quoted(char quote) {
        int close = sql.indexOf(quote, end);
        if (close < 0) {
            throw notClosed("the quote " + quote, start);
        }
        end = close + 1;
        return Kind.QUOTED;
    }

    private Kind bracketed() {
        int close = sql.indexOf(']', end);
        if (close < 0) {
            throw notClosed("the bracket [", start);
        }
        end = close + 1;
        return Kind.QUOTED;
    }

    private Kind word(char first) {
        if ((first == 'E' || first == 'e') && at(end) == '\'') {
            return escapeString();
        }
        while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '$')) {
            end++;
        }
        if (reading == Reading.SQLITE && at(end) == '[' && word().equals("ARRAY")) {
            throw notClosed("an ARRAY[, which is PostgreSQL's,", start);
        }
        return Kind.WORD;
    }

    private Kind escapeString() {
        if (reading == Reading.SQLITE) {
            throw notClosed("a string E'…', which is PostgreSQL's,", start);
        }
        end++;
        while (end < sql.length()) {
            char c = sql.charAt(end++);
            if (c == '\\') {
                end++;
            } else if (c == '\'' && !continues()) {
                return Kind.QUOTED;
            }
        }
        throw notClosed("the quote E'", start);
    }

    /** Whether the string goes on behind the quote just read: at once, or in a later line, still with its escapes. */
    private boolean continues() {
        int next = end;
        boolean otherLine = false;
        while (isBlank(at(next))) {
            otherLine |= isLineEnd(at(next));
            next++;
        }
        boolean continues = at(next) == '\'' && (next == end || otherLine);
        if (continues) {
            end = next + 1;
        }
        return continues;
    }

    private Kind dollar() {
        if (reading == Reading.SQLITE) {
            throw notClosed("a parameter $, which nothing can fill,", start);
        }
        int tagEnd = end;
        while (isWordPart(at(tagEnd)) && !(tagEnd == end && Character.isDigit(at(tagEnd)))) {
            tagEnd++;
        }
        if (at(tagEnd) != '$') {
            return Kind.OTHER;
        }
        String tag = sql.substring(start, tagEnd + 1);
        int close = sql.indexOf(tag, tagEnd + 1);
        if (close < 0) {
            throw notClosed("the quote " + tag, start);
        }
        end = close + tag.length();
        return Kind.QUOTED;
    }

    /** The character at this place, a NUL behind the end. */
    private char at(int index) {
        return index < sql.length() ? sql.charAt(index) : '\0';
    }

    /** A byte order mark is white space to SQLite, wherever it stands. */
    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\uFEFF';
    }

    private static boolean isWordPart(char c) {
        return c == '_' || c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Says that what was opened at {@code position} has no end. */
    MigrationException notClosed(String what, int position) {
        int line = 1
                + (int) sql.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return ErrorCode.UNCLOSED_SQL.with(what, line, excerpt(sql.substring(position)));
    }

    private static String excerpt(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 100 ? line : line.substring(0, 100) + "…";
    }
}
