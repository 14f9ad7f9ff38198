package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.sqlite.TableParts.Clause;
import dev.mhc.migrations.dialect.sqlite.TableParts.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What only the stored text of a {@code CREATE TABLE} says: names of constraints, checks, and whether a constraint
 * belongs to one column or to the table.
 *
 * @param foreignKeys in the order of the text
 * @param uniqueKeys in the order of the text
 * @param checks in the order of the text
 * @param computed columns that are computed
 * @param primaryKeyName the name of the primary key's constraint
 */
record TableText(
        List<ForeignKeyClause> foreignKeys,
        List<UniqueClause> uniqueKeys,
        List<CheckClause> checks,
        List<ComputedClause> computed,
        Optional<String> primaryKeyName) {

    /** What is known of a table without a text. */
    static final TableText NOTHING = new TableText(List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /**
     * A foreign key.
     *
     * @param owner the column that it belongs to; empty if it belongs to the table
     * @param deferred whether it is checked at COMMIT
     * @param confuses whether SQLite's own DROP CONSTRAINT would leave a part of it: it takes a NOT or DEFAULT within
     *     for the next constraint
     */
    record ForeignKeyClause(
            Optional<String> name, Optional<String> owner, List<String> columns, boolean deferred, boolean confuses) {}

    /** A unique constraint. */
    record UniqueClause(Optional<String> name, List<String> columns) {}

    /**
     * A check.
     *
     * @param owner the column that it belongs to; empty if it belongs to the table
     */
    record CheckClause(Optional<String> name, Optional<String> owner, String expression) {}

    /** A computed column. */
    record ComputedClause(String column, String expression) {}

    /** Reads a statement; what it does not understand it leaves out. */
    static TableText read(String createTable) {
        TableParts parts = TableParts.read(createTable);
        return new TableText(
                parts.all(Kind.FOREIGN_KEY).stream()
                        .map(it -> new ForeignKeyClause(
                                it.name(), it.owner(), it.columns(), it.deferred(), confuses(it, createTable)))
                        .toList(),
                parts.all(Kind.UNIQUE).stream()
                        .map(it -> new UniqueClause(it.name(), it.columns()))
                        .toList(),
                parts.all(Kind.CHECK).stream()
                        .map(it -> new CheckClause(it.name(), it.owner(), it.text()))
                        .toList(),
                parts.all(Kind.COMPUTED).stream()
                        .flatMap(it -> it.owner().stream().map(owner -> new ComputedClause(owner, it.text())))
                        .toList(),
                parts.all(Kind.PRIMARY_KEY).stream().findFirst().flatMap(Clause::name));
    }

    private static boolean confuses(Clause foreignKey, String createTable) {
        return Token.read(createTable.substring(foreignKey.start(), foreignKey.end())).stream()
                .anyMatch(it -> it.is("NOT") || it.is("DEFAULT"));
    }
}
