package dev.mhc.migrations.dialect;

import dev.mhc.migrations.dialect.SqlLexer.Kind;
import dev.mhc.migrations.dialect.SqlLexer.Reading;
import dev.mhc.migrations.error.ErrorCode;
import java.util.List;

/** SQL that a user gives for a place inside a statement. */
public final class SqlExpression {

    private SqlExpression() {}

    /**
     * The expression in parentheses. It ends where it ends: a semicolon, a parenthesis too many, or a comment that is not
     * closed would leave out the rest of the statement, its condition for example.
     *
     * @param subject whose expression it is, for the message
     * @throws dev.mhc.migrations.error.MigrationException if SQLite would read on, or stop, somewhere else
     */
    public static String enclosedOnSqlite(String sql, String subject) {
        if (sql.indexOf('\0') >= 0) {
            throw ErrorCode.BAD_DEFINITION.with(subject, "it has a NUL character; write char(0)");
        }
        return enclosed(sql, subject, Reading.SQLITE);
    }

    /**
     * The same as PostgreSQL reads it.
     *
     * @throws dev.mhc.migrations.error.MigrationException if PostgreSQL would read on, or stop, somewhere else
     */
    public static String enclosedOnPostgresql(String sql, String subject) {
        if (sql.indexOf('\0') >= 0) {
            throw ErrorCode.BAD_DEFINITION.with(subject, "it has a NUL character, which PostgreSQL does not store");
        }
        return enclosed(sql, subject, Reading.POSTGRESQL);
    }

    /**
     * The one query that a view is made of, without a semicolon.
     *
     * @param subject whose query it is, for the message
     * @throws dev.mhc.migrations.error.MigrationException if it is not one statement
     */
    public static String query(String sql, String subject) {
        List<String> statements = SqlSplitter.split(sql);
        if (statements.size() != 1) {
            throw ErrorCode.BAD_DEFINITION.with(
                    subject,
                    "its query is "
                            + (statements.isEmpty() ? "empty" : statements.size() + " statements, and must be one"));
        }
        return statements.get(0);
    }

    private static String enclosed(String sql, String subject, Reading reading) {
        SqlLexer lexer = new SqlLexer(sql, reading);
        int depth = 0;
        boolean empty = true;
        for (Kind kind = lexer.next(); kind != Kind.END; kind = lexer.next()) {
            empty = false;
            depth += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
            if (kind == Kind.SEMICOLON || depth < 0) {
                throw ErrorCode.BAD_DEFINITION.with(
                        subject, "it is no single expression, because of a " + lexer.word() + " in it: " + sql.strip());
            }
        }
        if (depth > 0 || empty) {
            throw ErrorCode.BAD_DEFINITION.with(
                    subject, empty ? "it is empty" : "a parenthesis is not closed in it: " + sql.strip());
        }
        // A comment may end the last line.
        return sql.contains("--") ? "(" + sql.strip() + "\n)" : "(" + sql.strip() + ")";
    }
}
