package dev.mhc.migrations.dialect.sqlite;

import java.util.List;
import java.util.Optional;

/**
 * What only the stored text of a {@code CREATE INDEX} says.
 *
 * @param parts each part of the key without its direction, in order
 * @param where the condition of a partial index
 */
record IndexText(List<String> parts, Optional<String> where) {

    static IndexText read(String createIndex) {
        List<Token> tokens = Token.read(createIndex);
        List<String> parts = TokenList.parenthesized(tokens).stream()
                .map(part -> text(createIndex, part))
                .toList();
        int end = TokenList.endOfParentheses(tokens, TokenList.firstParenthesis(tokens));
        boolean partial = end < tokens.size() && tokens.get(end).is("WHERE");
        return new IndexText(
                parts,
                partial
                        ? Optional.of(
                                createIndex.substring(tokens.get(end).end()).strip())
                        : Optional.empty());
    }

    private static String text(String sql, List<Token> part) {
        Token last = part.get(part.size() - 1);
        boolean directed = part.size() > 1 && (last.is("ASC") || last.is("DESC"));
        int end = directed ? part.get(part.size() - 2).end() : last.end();
        return sql.substring(part.get(0).start(), end);
    }
}
