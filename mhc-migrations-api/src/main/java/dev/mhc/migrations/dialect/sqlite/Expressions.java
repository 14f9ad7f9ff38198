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

    /** Whether the expression reads more than the row: in it, a name may be the column of another table. */
    static boolean queries(String sql) {
        List<Token> tokens = Token.read(sql);
        return IntStream.range(0, tokens.size())
                .anyMatch(i -> tokens.get(i).is("SELECT")
                        || (tokens.get(i).is("IN")
                                && i + 1 < tokens.size()
                                && !tokens.get(i + 1).isSymbol('(')));
    }

    /** Whether the expression looks at more rows than one. */
    static boolean hasWindow(String sql) {
        return Token.read(sql).stream().anyMatch(token -> token.is("OVER"));
    }

    /** A name before a point is the one of a table, and a word before a parenthesis that of a function. */
    private static boolean names(List<Token> tokens, int place, String column) {
        Token token = tokens.get(place);
        if (!token.names(column)) {
            return false;
        }
        boolean last = place + 1 == tokens.size();
        boolean function = !last
                && token.kind() == Token.Kind.WORD
                && tokens.get(place + 1).isSymbol('(');
        return last || (!function && !tokens.get(place + 1).isSymbol('.'));
    }

    /** The expression with one column under another name. */
    static String rename(String sql, String from, String to) {
        return replace(sql, from, SqlWriter.identifier(to));
    }

    /** The expression with other SQL in the place of a column. */
    static String replace(String sql, String column, String replacement) {
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        List<Token> tokens = Token.read(sql);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (names(tokens, i, column)) {
                replaced.append(sql, copied, token.start()).append(replacement);
                copied = token.end();
            }
        }
        return replaced.append(sql.substring(copied)).toString();
    }
}
