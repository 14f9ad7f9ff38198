package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.sqlite.TableText.CheckClause;
import dev.mhc.migrations.dialect.sqlite.TableText.ComputedClause;
import dev.mhc.migrations.dialect.sqlite.TableText.ForeignKeyClause;
import dev.mhc.migrations.dialect.sqlite.TableText.UniqueClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the text of one {@code CREATE TABLE}, as SQLite's grammar has it, never failing. */
final class TableTextReader {

    private static final Set<String> TABLE_CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final String sql;
    private final List<ForeignKeyClause> foreignKeys = new ArrayList<>();
    private final List<UniqueClause> uniqueKeys = new ArrayList<>();
    private final List<CheckClause> checks = new ArrayList<>();
    private final List<ComputedClause> computed = new ArrayList<>();
    private Optional<String> primaryKeyName = Optional.empty();

    private List<Token> item = List.of();
    private int at;
    private Optional<String> column = Optional.empty();
    private Optional<String> constraintName = Optional.empty();
    private List<String> foreignKeyColumns = List.of();

    TableTextReader(String sql) {
        this.sql = sql;
    }

    TableText read() {
        for (List<Token> part : TokenList.parenthesized(Token.read(sql))) {
            readItem(part);
        }
        return new TableText(foreignKeys, uniqueKeys, checks, computed, primaryKeyName);
    }

    private void readItem(List<Token> part) {
        item = part;
        boolean ofTable = part.get(0).isAnyOf(TABLE_CONSTRAINTS);
        column = ofTable ? Optional.empty() : Optional.of(part.get(0).unquoted());
        at = ofTable ? 0 : 1;
        constraintName = Optional.empty();
        foreignKeyColumns = List.of();
        while (at < item.size()) {
            readClause();
        }
    }

    private void readClause() {
        if (accept("CONSTRAINT")) {
            constraintName = at < item.size() ? Optional.of(item.get(at++).unquoted()) : Optional.empty();
        } else if (accept("CHECK")) {
            checks.add(new CheckClause(takeName(), column, parenthesizedText()));
        } else if (accept("FOREIGN")) {
            accept("KEY");
            foreignKeyColumns = names();
        } else if (accept("REFERENCES")) {
            List<String> columns = column.map(List::of).orElse(foreignKeyColumns);
            foreignKeys.add(new ForeignKeyClause(takeName(), column, columns, false));
            at++;
        } else if (accept("DEFERRABLE")) {
            defer();
        } else if (accept("UNIQUE")) {
            uniqueKeys.add(new UniqueClause(takeName(), column.map(List::of).orElseGet(this::names)));
        } else if (accept("PRIMARY")) {
            primaryKeyName = takeName();
        } else if (accept("AS")) {
            takeName();
            column.ifPresent(name -> computed.add(new ComputedClause(name, parenthesizedText())));
        } else if (accept("DEFAULT") || accept("COLLATE") || accept("NOT") || accept("NULL")) {
            takeName();
        } else if (next().isSymbol('(')) {
            skipParentheses();
        } else {
            at++;
        }
    }

    private void defer() {
        boolean not = at >= 2 && item.get(at - 2).is("NOT");
        boolean deferred = accept("INITIALLY") && accept("DEFERRED") && !not;
        int last = foreignKeys.size() - 1;
        if (last >= 0) {
            foreignKeys.set(last, foreignKeys.get(last).deferred(deferred));
        }
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

    private Optional<String> takeName() {
        Optional<String> name = constraintName;
        constraintName = Optional.empty();
        return name;
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
