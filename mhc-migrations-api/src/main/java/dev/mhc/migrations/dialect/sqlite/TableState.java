package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.sqlite.TableText.CheckClause;
import dev.mhc.migrations.dialect.sqlite.TableText.ComputedClause;
import dev.mhc.migrations.dialect.sqlite.TableText.ForeignKeyClause;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table while an {@code alterTable} is rendered: each change sees what the ones before it left. It knows which
 * constraint belongs to a column, where the stored text says so.
 */
final class TableState {

    /** A foreign key, whether it belongs to its column, and whether SQLite fails to drop it. */
    record Reference(Optional<String> name, List<String> columns, String table, boolean ofColumn, boolean confuses) {}

    private final String name;
    private final List<Column> columns;
    private List<String> primaryKey;
    private List<Reference> references;
    private List<List<String>> uniqueKeys;
    private List<CheckClause> checks;
    private List<ComputedClause> computed;
    private List<Index> indexes;
    private final boolean triggers;
    private final List<String> names;
    private final List<String> filled = new ArrayList<>();
    private final boolean strict;
    private final boolean commentWithComma;

    TableState(Table table) {
        name = table.name();
        columns = new ArrayList<>(table.columns());
        primaryKey = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        uniqueKeys = table.uniqueKeys().stream().map(UniqueKey::columns).toList();
        indexes = table.indexes();
        TableText text =
                table.definition().stream().findFirst().map(TableText::read).orElse(TableText.NOTHING);
        references = references(table, text);
        checks = new ArrayList<>(
                table.definition().isEmpty()
                        ? table.checks().stream()
                                .map(check -> new CheckClause(check.name(), Optional.empty(), check.expression()))
                                .toList()
                        : text.checks());
        computed = text.computed();
        strict = table.definition().stream()
                .findFirst()
                .filter(sql -> TableParts.read(sql).strict())
                .isPresent();
        commentWithComma = table.definition().stream().limit(1).anyMatch(TableState::hasCommentWithComma);
        names = table.definition().stream()
                .limit(1)
                .flatMap(sql -> TableParts.read(sql).items().stream())
                .flatMap(item -> item.clauses().stream())
                .flatMap(clause -> clause.name().stream())
                .map(SqliteRules::fold)
                .toList();
        triggers = table.definition().stream()
                .skip(1)
                .anyMatch(sql -> Token.read(sql).get(1).is("TRIGGER"));
    }

    private static List<Reference> references(Table table, TableText text) {
        List<ForeignKey> keys = table.foreignKeys();
        boolean sameNumber = text.foreignKeys().size() == keys.size();
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            ForeignKey key = keys.get(i);
            Optional<ForeignKeyClause> clause =
                    sameNumber ? Optional.of(text.foreignKeys().get(i)) : Optional.empty();
            boolean ofColumn = clause.map(it -> it.owner().isPresent())
                    .orElseGet(
                            () -> table.definition().isEmpty() && key.columns().size() == 1);
            references.add(new Reference(
                    key.name(),
                    key.columns(),
                    key.referencedTable(),
                    ofColumn,
                    clause.filter(ForeignKeyClause::confuses).isPresent()));
        }
        return references;
    }

    String name() {
        return name;
    }

    /** Whether a comment that stands between a comma and what it divides off has a comma too. */
    boolean hasCommentWithComma() {
        return commentWithComma;
    }

    private static boolean hasCommentWithComma(String sql) {
        List<Token> tokens = Token.read(sql);
        for (int i = 1; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            if (before.isSymbol(',')
                    && sql.substring(before.end(), tokens.get(i).start()).contains(",")) {
                return true;
            }
        }
        return false;
    }

    /** Whether more than one constraint has this name; SQLite would drop the first. */
    boolean isShared(String constraint) {
        return Collections.frequency(names, SqliteRules.fold(constraint)) > 1;
    }

    /** The columns whose gaps are filled by an UPDATE of their own. */
    List<String> filled() {
        return filled;
    }

    void fill(String column) {
        filled.add(column);
    }

    boolean hasTriggers() {
        return triggers;
    }

    List<String> primaryKey() {
        return primaryKey;
    }

    List<Reference> references() {
        return references;
    }

    List<List<String>> uniqueKeys() {
        return uniqueKeys;
    }

    List<CheckClause> checks() {
        return checks;
    }

    List<ComputedClause> computed() {
        return computed;
    }

    List<Index> indexes() {
        return indexes;
    }

    /** The type as a new column of this table declares it. */
    ColumnType declarable(ColumnType type) {
        return strict ? ColumnType.declared(SqliteTypes.strict(type)) : type;
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    SqliteProbes probes() {
        return SqliteProbes.of(name, primaryKey, columnNames());
    }

    /**
     * The column of this name.
     *
     * @throws dev.mhc.migrations.error.MigrationException if there is none; {@code change} says what was wanted of it
     */
    Column column(String wanted, String change) {
        return columns.stream()
                .filter(column -> same(column.name(), wanted))
                .findFirst()
                .orElseThrow(() ->
                        ErrorCode.NO_SUCH_COLUMN.with(change, name, wanted, Suggestion.among(columnNames(), wanted)));
    }

    /** Refuses a name that another column has. */
    void requireFree(String wanted, String change) {
        if (columns.stream().anyMatch(column -> same(column.name(), wanted))) {
            throw ErrorCode.COLUMN_EXISTS.with(change, name, wanted);
        }
    }

    void add(Column column, Optional<ForeignKey> foreignKey) {
        columns.add(column);
        foreignKey.ifPresent(key -> {
            references = new ArrayList<>(references);
            references.add(new Reference(key.name(), key.columns(), key.referencedTable(), true, false));
        });
    }

    void replace(Column column) {
        columns.replaceAll(it -> same(it.name(), column.name()) ? column : it);
    }

    void drop(String column) {
        columns.removeIf(it -> same(it.name(), column));
        references = references.stream()
                .filter(it -> !(it.ofColumn() && contains(it.columns(), column)))
                .toList();
        checks = checks.stream()
                .filter(it -> it.owner().filter(owner -> same(owner, column)).isEmpty())
                .toList();
        computed = computed.stream().filter(it -> !same(it.column(), column)).toList();
    }

    void rename(String from, String to) {
        UnaryOperator<String> renamed = it -> same(it, from) ? to : it;
        columns.replaceAll(it -> new Column(
                renamed.apply(it.name()),
                it.type(),
                it.nullable(),
                it.defaultValue(),
                it.generation(),
                it.expression()));
        primaryKey = primaryKey.stream().map(renamed).toList();
        uniqueKeys = uniqueKeys.stream()
                .map(key -> key.stream().map(renamed).toList())
                .toList();
        references = references.stream()
                .map(it -> new Reference(
                        it.name(),
                        it.columns().stream().map(renamed).toList(),
                        it.table(),
                        it.ofColumn(),
                        it.confuses()))
                .toList();
        checks = checks.stream()
                .map(it -> new CheckClause(
                        it.name(), it.owner().map(renamed), Expressions.rename(it.expression(), from, to)))
                .toList();
        computed = computed.stream()
                .map(it ->
                        new ComputedClause(renamed.apply(it.column()), Expressions.rename(it.expression(), from, to)))
                .toList();
        indexes = indexes.stream()
                .map(it -> new Index(
                        it.name(),
                        it.parts().stream().map(part -> renamed(part, from, to)).toList(),
                        it.unique(),
                        it.where().map(where -> Expressions.rename(where, from, to))))
                .toList();
    }

    private static Index.Part renamed(Index.Part part, String from, String to) {
        String text = part.expression()
                ? Expressions.rename(part.text(), from, to)
                : same(part.text(), from) ? to : part.text();
        return new Index.Part(text, part.expression(), part.descending());
    }

    void add(Check check) {
        checks = new ArrayList<>(checks);
        checks.add(new CheckClause(check.name(), Optional.empty(), check.expression()));
    }

    /** Takes away the named constraint. */
    void dropConstraint(String constraint) {
        checks = checks.stream()
                .filter(it -> it.name().filter(named -> same(named, constraint)).isEmpty())
                .toList();
        references = references.stream()
                .filter(it -> it.name().filter(named -> same(named, constraint)).isEmpty())
                .toList();
    }

    static boolean same(String first, String second) {
        return SqliteRules.fold(first).equals(SqliteRules.fold(second));
    }

    static boolean contains(List<String> names, String wanted) {
        return names.stream().anyMatch(name -> same(name, wanted));
    }

    static boolean sameAll(List<String> first, List<String> second) {
        return first.stream()
                .map(SqliteRules::fold)
                .toList()
                .equals(second.stream().map(SqliteRules::fold).toList());
    }
}
