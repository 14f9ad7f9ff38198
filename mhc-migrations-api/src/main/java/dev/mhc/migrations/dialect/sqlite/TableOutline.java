package dev.mhc.migrations.dialect.sqlite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the text of a {@code CREATE TABLE} says of the rows of the table.
 *
 * @param declarations the tokens of each column's declaration, by the folded name; constraints of the table may stand
 *     among them
 * @param withoutRowid whether the rows have no rowid
 * @param autoincrement whether numbers are never given again
 * @param qualified whether an expression may qualify a column with the name of the table
 */
record TableOutline(Map<String, String> declarations, boolean withoutRowid, boolean autoincrement, boolean qualified) {

    private static final List<String> ROWID_NAMES = List.of("rowid", "_rowid_", "oid");

    static TableOutline read(String table, String createTable) {
        List<Token> tokens = Token.read(createTable);
        int open = TokenList.firstParenthesis(tokens);
        int end = TokenList.endOfParentheses(tokens, open);
        Map<String, String> declarations = new LinkedHashMap<>();
        for (List<Token> part : TokenList.parenthesized(tokens)) {
            declarations.putIfAbsent(
                    SqliteRules.fold(part.get(0).unquoted()),
                    part.stream().map(Token::text).collect(Collectors.joining(" ")));
        }
        boolean qualified = false;
        for (int i = open; i + 1 < end; i++) {
            qualified |= tokens.get(i).names(table) && tokens.get(i + 1).isSymbol('.');
        }
        return new TableOutline(
                declarations,
                tokens.subList(end, tokens.size()).stream().anyMatch(token -> token.is("WITHOUT")),
                tokens.stream().anyMatch(token -> token.is("AUTOINCREMENT")),
                qualified);
    }

    /** Whether a column is declared as it is in {@code other}. */
    boolean sameDeclaration(TableOutline other, String column) {
        String folded = SqliteRules.fold(column);
        String declaration = declarations.get(folded);
        return declaration != null && declaration.equals(other.declarations.get(folded));
    }

    /** The names of the rowid that no column hides. */
    List<String> rowidNames() {
        return withoutRowid
                ? List.of()
                : ROWID_NAMES.stream()
                        .filter(name -> !declarations.containsKey(name))
                        .toList();
    }
}
