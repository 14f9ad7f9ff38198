package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.SqlWriter;

/** Finds names of columns in SQL expressions. */
final class Expressions {

    private Expressions() {}

    /** Whether the expression may mention the column. */
    static boolean mention(String sql, String column) {
        return Token.read(sql).stream().anyMatch(token -> token.names(column));
    }

    /** The expression with one column under another name. */
    static String rename(String sql, String from, String to) {
        StringBuilder renamed = new StringBuilder();
        int copied = 0;
        for (Token token : Token.read(sql)) {
            if (token.names(from)) {
                renamed.append(sql, copied, token.start()).append(SqlWriter.identifier(to));
                copied = token.end();
            }
        }
        return renamed.append(sql.substring(copied)).toString();
    }
}
