package dev.mhc.migrations.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

/** Finds parentheses in lists of tokens. */
final class TokenList {

    private TokenList() {}

    /** What stands between the first parentheses, divided at its commas; empty parts are left out. */
    static List<List<Token>> parenthesized(List<Token> tokens) {
        int open = firstParenthesis(tokens);
        int end = endOfParentheses(tokens, open);
        List<List<Token>> parts = new ArrayList<>();
        int from = open + 1;
        int depth = 0;
        for (int i = open; i < end; i++) {
            Token token = tokens.get(i);
            if (token.isSymbol('(')) {
                depth++;
            } else if (token.isSymbol(')')) {
                depth--;
            }
            boolean ends = depth == 0 || (depth == 1 && token.isSymbol(',')) || i == end - 1;
            if (ends) {
                int to = token.isSymbol(',') || depth == 0 ? i : i + 1;
                if (to > from) {
                    parts.add(tokens.subList(from, to));
                }
                from = i + 1;
            }
        }
        return parts;
    }

    /** The index of the first opening parenthesis, or the number of tokens. */
    static int firstParenthesis(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol('(')) {
                return i;
            }
        }
        return tokens.size();
    }

    /** The index behind the parenthesis that closes the one at {@code open}, or the number of tokens. */
    static int endOfParentheses(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol('(')) {
                depth++;
            } else if (tokens.get(i).isSymbol(')') && --depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }
}
