package dev.mhc.migrations.dialect;

import dev.mhc.migrations.dialect.SqlLexer.Kind;
import dev.mhc.migrations.dialect.SqlLexer.Reading;
import dev.mhc.migrations.error.ErrorCode;

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
        SqlLexer lexer = new SqlLexer(sql, Reading.SQLITE);
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
