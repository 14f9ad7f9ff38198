package dev.mhc.migrations.dialect;

import dev.mhc.migrations.dialect.SqlLexer.Kind;
import dev.mhc.migrations.dialect.SqlLexer.Reading;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits SQL into statements. The text is read as SQLite and as PostgreSQL read it: where only one of them can read it,
 * that reading holds; where both can and disagree on the statements, it is refused.
 */
public final class SqlSplitter {

    private final String sql;
    private final SqlLexer lexer;
    private final List<String> statements = new ArrayList<>();
    private CompoundBody body = new CompoundBody();
    private boolean hasTokens;
    private int from;
    private int depth;
    private int opened;

    private SqlSplitter(String sql, Reading reading) {
        this.sql = sql;
        this.lexer = new SqlLexer(sql, reading);
    }

    /**
     * The statements of {@code sql} in order, without the semicolon that ends them; nothing for blanks and comments.
     *
     * @throws MigrationException if a quote, comment, parenthesis or {@code BEGIN … END} is not closed, if the two
     *     databases would divide the text differently, or if there is a NUL in it
     */
    public static List<String> split(String sql) {
        requireNoNul(sql);
        List<String> onPostgresql;
        try {
            onPostgresql = split(sql, Reading.POSTGRESQL);
        } catch (MigrationException onPostgresqlOnly) {
            try {
                return split(sql, Reading.SQLITE);
            } catch (MigrationException onSqliteToo) {
                throw onPostgresqlOnly;
            }
        }
        List<String> onSqlite;
        try {
            onSqlite = split(sql, Reading.SQLITE);
        } catch (MigrationException onSqliteOnly) {
            return onPostgresql;
        }
        if (!onSqlite.equals(onPostgresql)) {
            throw ErrorCode.AMBIGUOUS_SQL.with(onSqlite.size(), onPostgresql.size(), sql.strip());
        }
        return onPostgresql;
    }

    /** SQLite takes a NUL for the end, and would drop what stands behind it without a word. */
    private static void requireNoNul(String sql) {
        int nul = sql.indexOf('\0');
        if (nul >= 0) {
            long line = 1 + sql.substring(0, nul).chars().filter(c -> c == '\n').count();
            throw ErrorCode.NUL_IN_SQL.with(line, sql.substring(0, nul).strip());
        }
    }

    /** The statements as one database sees them. */
    static List<String> split(String sql, Reading reading) {
        return new SqlSplitter(sql, reading).split();
    }

    private List<String> split() {
        for (Kind kind = lexer.next(); kind != Kind.END; kind = lexer.next()) {
            if (kind == Kind.SEMICOLON) {
                semicolon();
            } else {
                hasTokens = true;
                nest(kind);
                takeNote(kind);
            }
        }
        if (depth > 0 || body.isOpen()) {
            throw lexer.notClosed(depth > 0 ? "a parenthesis or bracket" : "a body with BEGIN", opened);
        }
        cut(sql.length());
        return List.copyOf(statements);
    }

    private void nest(Kind kind) {
        if (kind == Kind.OPEN && depth++ == 0) {
            opened = lexer.start();
        } else if (kind == Kind.CLOSE && depth > 0) {
            depth--;
        }
    }

    private void takeNote(Kind kind) {
        if (kind != Kind.WORD) {
            body.other();
        } else if (depth == 0) {
            boolean wasOpen = body.isOpen();
            body.word(lexer.word());
            if (body.isOpen() && !wasOpen) {
                opened = lexer.start();
            }
        }
    }

    private void semicolon() {
        if (depth > 0) {
            // Nothing but PostgreSQL's CREATE RULE … DO (a; b) has this; a bracket that stays open is found at the end.
            return;
        }
        if (body.isOpen()) {
            body.semicolon();
            return;
        }
        cut(lexer.start());
    }

    private void cut(int to) {
        if (hasTokens) {
            statements.add(sql.substring(from, to).strip());
        }
        from = lexer.end();
        hasTokens = false;
        body = new CompoundBody();
    }
}
