package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.SqlWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Finds names of columns in SQL expressions. */
final class Expressions {

    private Expressions() {}

    /** Whether the expression may mention the column. */
    static boolean mention(String sql, String column) {
        List<Token> tokens = Token.read(sql);
        return IntStream.range(0, tokens.size()).anyMatch(i -> names(tokens, i, column));
    }

    /** A name before a point is the one of a table. */
    private static boolean names(List<Token> tokens, int place, String column) {
        boolean qualifies = place + 1 < tokens.size() && tokens.get(place + 1).isSymbol('.');
        return !qualifies && tokens.get(place).names(column);
    }

    /** The expression with one column under another name. */
    static String rename(String sql, String from, String to) {
        StringBuilder renamed = new StringBuilder();
        int copied = 0;
        List<Token> tokens = Token.read(sql);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (names(tokens, i, from)) {
                renamed.append(sql, copied, token.start()).append(SqlWriter.identifier(to));
                copied = token.end();
            }
        }
        return renamed.append(sql.substring(copied)).toString();
    }
}
