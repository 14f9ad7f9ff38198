package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.sqlite.TableText.ForeignKeyClause;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts one table together from the rows of the catalogue and the stored text. */
final class LiveTable {

    private static final String FROM_CREATE_INDEX = "c";
    private static final String FROM_UNIQUE = "u";
    private static final String FROM_PRIMARY_KEY = "pk";

    /** A row of {@code pragma_table_xinfo}. */
    record ColumnRow(
            String name,
            String type,
            boolean notNull,
            Optional<String> defaultSql,
            int keyPosition,
            boolean computed) {}

    /** A row of {@code pragma_foreign_key_list}. */
    record ForeignKeyRow(
            int id, String referencedTable, String column, String referencedColumn, String onDelete, String onUpdate) {}

    /** A row of {@code pragma_index_list} with one of {@code pragma_index_xinfo}; an expression has no column. */
    record IndexRow(
            String name, boolean unique, String origin, int position, Optional<String> column, boolean descending) {}

    private final String name;
    private final boolean withoutRowid;
    private final TableText text;
    private final List<String> definition = new ArrayList<>();
    private final Map<String, IndexText> indexTexts = new HashMap<>();
    private final List<ColumnRow> columns = new ArrayList<>();
    private final Map<Integer, List<ForeignKeyRow>> foreignKeys = new LinkedHashMap<>();
    private final Map<String, List<IndexRow>> indexes = new LinkedHashMap<>();

    LiveTable(String name, String sql, boolean withoutRowid) {
        this.name = name;
        this.withoutRowid = withoutRowid;
        this.text = TableText.read(sql);
        definition.add(sql);
    }

    void addObject(String type, String objectName, String sql) {
        definition.add(sql);
        if (type.equals("index")) {
            indexTexts.put(objectName, IndexText.read(sql));
        }
    }

    void addColumn(ColumnRow row) {
        columns.add(row);
    }

    void addForeignKeyColumn(ForeignKeyRow row) {
        foreignKeys.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
    }

    void addIndexPart(IndexRow row) {
        indexes.computeIfAbsent(row.name(), index -> new ArrayList<>()).add(row);
    }

    Table toTable() {
        return new Table(
                name,
                columns.stream().map(this::toColumn).toList(),
                primaryKey(),
                toForeignKeys(),
                indexes.values().stream()
                        .filter(parts -> isFrom(FROM_UNIQUE, parts))
                        .map(this::toUniqueKey)
                        .toList(),
                text.checks().stream()
                        .map(check -> new Check(check.name(), check.expression()))
                        .toList(),
                indexes.values().stream()
                        .filter(parts -> isFrom(FROM_CREATE_INDEX, parts))
                        .map(this::toIndex)
                        .toList(),
                definition);
    }

    private static boolean isFrom(String origin, List<IndexRow> parts) {
        return parts.get(0).origin().equals(origin);
    }

    private Column toColumn(ColumnRow row) {
        boolean rowid = row.keyPosition() > 0 && keyIsRowid();
        // The rowid is never NULL, and where there is none the key is not; any other key may be NULL in SQLite.
        boolean nullable = !row.notNull() && !rowid && !(withoutRowid && row.keyPosition() > 0);
        Generation generation = row.computed() ? Generation.COMPUTED : rowid ? Generation.IDENTITY : Generation.NONE;
        return new Column(
                row.name(),
                ColumnType.declared(row.type()),
                nullable,
                row.defaultSql().map(DefaultValue.Expression::new),
                generation,
                text.computed().stream()
                        .filter(it -> SqliteRules.fold(it.column()).equals(SqliteRules.fold(row.name())))
                        .map(TableText.ComputedClause::expression)
                        .findFirst());
    }

    /** A key that is the rowid needs no index; every other one has one. */
    private boolean keyIsRowid() {
        return !withoutRowid && indexes.values().stream().noneMatch(parts -> isFrom(FROM_PRIMARY_KEY, parts));
    }

    private Optional<PrimaryKey> primaryKey() {
        List<String> key = columns.stream()
                .filter(row -> row.keyPosition() > 0)
                .sorted(Comparator.comparingInt(ColumnRow::keyPosition))
                .map(ColumnRow::name)
                .toList();
        return key.isEmpty() ? Optional.empty() : Optional.of(new PrimaryKey(text.primaryKeyName(), key));
    }

    private List<ForeignKey> toForeignKeys() {
        List<ForeignKey> keys = new ArrayList<>();
        // The catalogue and the text list the same keys in the same order.
        boolean sameNumber = text.foreignKeys().size() == foreignKeys.size();
        for (List<ForeignKeyRow> rows : foreignKeys.values()) {
            Optional<ForeignKeyClause> clause =
                    sameNumber ? Optional.of(text.foreignKeys().get(keys.size())) : Optional.empty();
            ForeignKeyRow first = rows.get(0);
            keys.add(new ForeignKey(
                    clause.flatMap(ForeignKeyClause::name),
                    rows.stream().map(ForeignKeyRow::column).toList(),
                    first.referencedTable(),
                    rows.stream().map(ForeignKeyRow::referencedColumn).toList(),
                    action(first.onDelete()),
                    action(first.onUpdate()),
                    clause.map(ForeignKeyClause::deferred).orElse(false)));
        }
        return keys;
    }

    private static ReferentialAction action(String sql) {
        return switch (sql) {
            case "RESTRICT" -> ReferentialAction.RESTRICT;
            case "CASCADE" -> ReferentialAction.CASCADE;
            case "SET NULL" -> ReferentialAction.SET_NULL;
            case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private UniqueKey toUniqueKey(List<IndexRow> parts) {
        List<String> key =
                parts.stream().flatMap(part -> part.column().stream()).toList();
        Optional<String> constraint = text.uniqueKeys().stream()
                .filter(clause -> folded(clause.columns()).equals(folded(key)))
                .findFirst()
                .flatMap(TableText.UniqueClause::name);
        return new UniqueKey(constraint, key);
    }

    private static List<String> folded(List<String> names) {
        return names.stream().map(SqliteRules::fold).toList();
    }

    private Index toIndex(List<IndexRow> rows) {
        IndexRow first = rows.get(0);
        IndexText indexText = indexTexts.getOrDefault(first.name(), new IndexText(List.of(), Optional.empty()));
        List<Index.Part> parts = rows.stream()
                .map(row -> new Index.Part(
                        row.column().orElseGet(() -> expression(indexText, row.position())),
                        row.column().isEmpty(),
                        row.descending()))
                .toList();
        return new Index(Optional.of(first.name()), parts, first.unique(), indexText.where());
    }

    private static String expression(IndexText text, int position) {
        return position < text.parts().size() ? text.parts().get(position) : "?";
    }
}
