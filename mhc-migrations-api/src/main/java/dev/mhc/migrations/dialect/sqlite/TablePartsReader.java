package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.sqlite.TableParts.Clause;
import dev.mhc.migrations.dialect.sqlite.TableParts.Item;
import dev.mhc.migrations.dialect.sqlite.TableParts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the text of one {@code CREATE TABLE}, as SQLite's grammar has it, never failing.
 *
 * @see <a href="https://www.sqlite.org/lang_createtable.html">the grammar</a>
 */
final class TablePartsReader {

    private static final Set<String> TABLE_CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private static final Set<String> COLUMN_CONSTRAINTS = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS",
            "DEFERRABLE");

    private final String sql;
    private final List<Token> all;

    private List<Token> item = List.of();
    private List<Clause> clauses = new ArrayList<>();
    private Optional<String> column = Optional.empty();
    private int at;
    private int begun;
    private Optional<String> constraintName = Optional.empty();
    private Optional<Integer> constraintStart = Optional.empty();

    TablePartsReader(String sql) {
        this.sql = sql;
        this.all = Token.read(sql);
    }

    TableParts read() {
        List<Item> items = new ArrayList<>();
        for (List<Token> part : TokenList.parenthesized(all)) {
            items.add(readItem(part));
        }
        int end = TokenList.endOfParentheses(all, TokenList.firstParenthesis(all));
        int close = end > 0 && end <= all.size() && !all.isEmpty()
                ? all.get(Math.min(end, all.size()) - 1).start()
                : sql.length();
        boolean withoutRowid = false;
        boolean strict = false;
        for (Token option : all.subList(Math.min(end, all.size()), all.size())) {
            withoutRowid |= option.is("WITHOUT");
            strict |= option.is("STRICT");
        }
        return new TableParts(sql, List.copyOf(items), close, withoutRowid, strict);
    }

    private Item readItem(List<Token> part) {
        item = part;
        clauses = new ArrayList<>();
        boolean ofTable = part.get(0).isAnyOf(TABLE_CONSTRAINTS);
        column = ofTable ? Optional.empty() : Optional.of(part.get(0).unquoted());
        at = ofTable ? 0 : 1;
        constraintName = Optional.empty();
        constraintStart = Optional.empty();
        if (!ofTable) {
            readType();
        }
        while (at < item.size()) {
            begun = at;
            readClause();
        }
        Token first = part.get(0);
        return new Item(
                column,
                List.copyOf(clauses),
                first.start(),
                ofTable ? first.start() : first.end(),
                part.get(part.size() - 1).end());
    }

    private void readType() {
        begun = at;
        while (at < item.size() && isTypePart(item.get(at))) {
            at++;
        }
        if (at > begun && at < item.size() && item.get(at).isSymbol('(')) {
            skipParentheses();
        }
        if (at > begun) {
            add(
                    Kind.TYPE,
                    List.of(),
                    sql.substring(item.get(begun).start(), item.get(at - 1).end()));
        }
    }

    private static boolean isTypePart(Token token) {
        return switch (token.kind()) {
            case WORD -> !token.isAnyOf(COLUMN_CONSTRAINTS);
            case QUOTED_NAME, STRING -> true;
            case NUMBER, SYMBOL -> false;
        };
    }

    private void readClause() {
        if (accept("CONSTRAINT")) {
            constraintStart = Optional.of(item.get(begun).start());
            constraintName = at < item.size() ? Optional.of(item.get(at++).unquoted()) : Optional.empty();
        } else if (accept("CHECK")) {
            String condition = parenthesizedText();
            onConflict();
            add(Kind.CHECK, own(), condition);
        } else if (accept("FOREIGN")) {
            accept("KEY");
            List<String> columns = names();
            accept("REFERENCES");
            foreignKey(columns);
        } else if (accept("REFERENCES")) {
            foreignKey(own());
        } else if (accept("UNIQUE")) {
            List<String> columns = column.isPresent() ? own() : names();
            onConflict();
            add(Kind.UNIQUE, columns, "");
        } else if (accept("PRIMARY")) {
            primaryKey();
        } else if (next().isAnyOf(Set.of("GENERATED", "AS"))) {
            computed();
        } else if (accept("DEFAULT")) {
            defaultValue();
        } else if (accept("COLLATE")) {
            String collation = at < item.size() ? item.get(at++).unquoted() : "";
            add(Kind.COLLATE, own(), collation);
        } else if (accept("NOT")) {
            if (accept("NULL")) {
                onConflict();
                add(Kind.NOT_NULL, own(), "");
            } else {
                deferral();
            }
        } else if (accept("NULL")) {
            onConflict();
            add(Kind.NULL, own(), "");
        } else if (next().is("DEFERRABLE")) {
            deferral();
        } else if (next().isSymbol('(')) {
            skipParentheses();
        } else {
            at++;
        }
    }

    private void primaryKey() {
        accept("KEY");
        String order = "";
        List<String> columns = own();
        boolean numbered = false;
        if (column.isEmpty()) {
            int open = at;
            columns = names();
            numbered = at > open && item.subList(open, at).stream().anyMatch(token -> token.is("AUTOINCREMENT"));
        } else if (at < item.size() && (next().is("ASC") || next().is("DESC"))) {
            order = item.get(at++).text().toUpperCase(Locale.ROOT);
        }
        onConflict();
        numbered |= accept("AUTOINCREMENT");
        add(new Clause(Kind.PRIMARY_KEY, constraintName, column, columns, order, "", numbered, false, start(), end()));
    }

    private void computed() {
        accept("GENERATED");
        accept("ALWAYS");
        accept("AS");
        String expression = parenthesizedText();
        if (!accept("STORED")) {
            accept("VIRTUAL");
        }
        add(Kind.COMPUTED, own(), expression);
    }

    private void defaultValue() {
        if (at < item.size() && next().isSymbol('(')) {
            skipParentheses();
        } else {
            boolean signed = at < item.size() && (next().isSymbol('-') || next().isSymbol('+'));
            at = Math.min(item.size(), at + (signed ? 2 : 1));
        }
        int first = Math.min(begun + 1, item.size() - 1);
        add(Kind.DEFAULT, own(), sql.substring(item.get(first).start(), end()));
    }

    private void foreignKey(List<String> columns) {
        String table = at < item.size() ? item.get(at++).unquoted() : "";
        if (at < item.size() && next().isSymbol('(')) {
            skipParentheses();
        }
        while (at < item.size()) {
            if (accept("ON")) {
                at = Math.min(item.size(), at + 1);
                // One word, or two: SET NULL, SET DEFAULT, NO ACTION.
                if (!accept("SET")) {
                    accept("NO");
                }
                at = Math.min(item.size(), at + 1);
            } else if (accept("MATCH")) {
                at = Math.min(item.size(), at + 1);
            } else {
                break;
            }
        }
        add(new Clause(Kind.FOREIGN_KEY, constraintName, column, columns, "", table, false, false, start(), end()));
        if (at < item.size() && isDeferral()) {
            accept("NOT");
            deferral();
        }
    }

    private boolean isDeferral() {
        boolean negated = next().is("NOT");
        return next().is("DEFERRABLE")
                || (negated && at + 1 < item.size() && item.get(at + 1).is("DEFERRABLE"));
    }

    /** What stands behind a foreign key, or anywhere behind it: it belongs to the last one. */
    private void deferral() {
        boolean not = at >= 1 && item.get(at - 1).is("NOT");
        accept("DEFERRABLE");
        boolean deferred = false;
        if (accept("INITIALLY")) {
            deferred = accept("DEFERRED") && !not;
            if (!deferred) {
                accept("IMMEDIATE");
            }
        }
        int last = clauses.size() - 1;
        while (last >= 0 && clauses.get(last).kind() != Kind.FOREIGN_KEY) {
            last--;
        }
        if (last >= 0) {
            boolean follows = last == clauses.size() - 1;
            clauses.set(
                    last,
                    clauses.get(last)
                            .deferred(
                                    deferred,
                                    follows ? end() : clauses.get(last).end()));
        }
    }

    private void onConflict() {
        if (at + 1 < item.size() && next().is("ON") && item.get(at + 1).is("CONFLICT")) {
            at = Math.min(item.size(), at + 3);
        }
    }

    private List<String> own() {
        return column.map(List::of).orElse(List.of());
    }

    private void add(Kind kind, List<String> columns, String text) {
        add(new Clause(kind, constraintName, column, columns, text, "", false, false, start(), end()));
    }

    private void add(Clause clause) {
        clauses.add(clause);
        constraintName = Optional.empty();
        constraintStart = Optional.empty();
    }

    private int start() {
        return constraintStart.orElse(item.get(begun).start());
    }

    private int end() {
        return item.get(Math.max(begun, Math.min(at, item.size()) - 1)).end();
    }

    private Token next() {
        return item.get(at);
    }

    private boolean accept(String word) {
        if (at < item.size() && item.get(at).is(word)) {
            at++;
            return true;
        }
        return false;
    }

    /** The text between the parentheses that begin here. */
    private String parenthesizedText() {
        if (at >= item.size() || !next().isSymbol('(')) {
            return "";
        }
        int open = next().end();
        skipParentheses();
        return sql.substring(open, Math.max(open, item.get(at - 1).start())).strip();
    }

    /** The names between the parentheses that begin here, without what follows each. */
    private List<String> names() {
        if (at >= item.size() || !next().isSymbol('(')) {
            return List.of();
        }
        int open = at;
        skipParentheses();
        return TokenList.parenthesized(item.subList(open, at)).stream()
                .map(part -> part.get(0).unquoted())
                .toList();
    }

    private void skipParentheses() {
        at = TokenList.endOfParentheses(item, at);
    }
}
