package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.literal;

import dev.mhc.migrations.dialect.SqlExpression;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Queries that find the rows which forbid a change, before SQLite says no more than "constraint failed". */
final class SqliteProbes {

    private static final String FIRST_ROWS = " LIMIT 5";

    private final String table;
    private final String rowKey;

    private SqliteProbes(String table, String rowKey) {
        this.table = table;
        this.rowKey = rowKey;
    }

    static SqliteProbes of(Table table) {
        return of(
                table.name(),
                table.primaryKey().map(key -> key.columns()).orElse(List.of()),
                table.columns().stream().map(Column::name).toList());
    }

    /** Probes of a table whose rows are told apart by {@code keyColumns}, or by the rowid if there are none. */
    static SqliteProbes of(String table, List<String> keyColumns, List<String> columns) {
        String rowKey = keyColumns.isEmpty()
                ? rowid(columns).map(name -> "'rowid ' || " + name).orElse("'a row'")
                : keyColumns.stream()
                        .map(column -> literal(column + " ") + " || coalesce(" + identifier(column) + ", 'NULL')")
                        .collect(Collectors.joining(" || ', ' || "));
        return new SqliteProbes(table, rowKey);
    }

    /** An SQL expression that tells people which row is meant. */
    String rowKey() {
        return rowKey;
    }

    /** A name of the rowid that no column hides. */
    private static Optional<String> rowid(List<String> columns) {
        List<String> taken =
                columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return List.of("rowid", "_rowid_", "oid").stream()
                .filter(name -> !taken.contains(name))
                .findFirst();
    }

    /** Finds NULL in a column. */
    Step nulls(String column, String refusal) {
        return new Step.Probe(rows(identifier(column) + " IS NULL"), refusal);
    }

    /** Finds rows that break a condition; one that is unknown is not broken. */
    Step violations(String condition, String refusal) {
        return new Step.Probe(rows("NOT (" + condition + ")"), refusal);
    }

    /** Finds any row at all. */
    Step anyRow(String refusal) {
        return new Step.Probe(
                "SELECT count(*) OVER (), " + rowKey + " FROM " + identifier(table) + FIRST_ROWS, refusal);
    }

    private String rows(String condition) {
        return "SELECT count(*) OVER (), " + rowKey + " FROM " + identifier(table) + " WHERE " + condition + FIRST_ROWS;
    }

    /** Finds keys that more than one row has; NULL is equal to nothing. */
    Step duplicates(Index index, String refusal) {
        List<String> parts = index.parts().stream()
                .map(part -> part.expression()
                        ? SqlExpression.enclosedOnSqlite(part.text(), "An indexed expression")
                        : identifier(part.text()))
                .toList();
        String condition = parts.stream().map(part -> part + " IS NOT NULL").collect(Collectors.joining(" AND "))
                + index.where().map(where -> " AND (" + where + ")").orElse("");
        return new Step.Probe(
                "SELECT sum(count(*)) OVER (), " + rowKey + " FROM " + identifier(table) + " WHERE " + condition
                        + " GROUP BY " + String.join(", ", parts) + " HAVING count(*) > 1" + FIRST_ROWS,
                refusal);
    }

    /**
     * Finds foreign keys of other tables that reference {@code table}. SQLite would drop it, delete or change the
     * referencing rows as {@code ON DELETE} says, and leave foreign keys that lead nowhere.
     */
    static Step references(String table, String refusal) {
        String name = literal(table) + " COLLATE NOCASE";
        return new Step.Probe(
                "SELECT count(*) OVER (), s.name || '.' || group_concat(f.\"from\", ', ') FROM main.sqlite_schema s"
                        + " JOIN pragma_foreign_key_list(s.name, 'main') f WHERE s.type = 'table' AND s.rootpage > 0"
                        + " AND f.\"table\" = " + name + " AND s.name <> " + name + " GROUP BY s.name, f.id"
                        + FIRST_ROWS,
                refusal);
    }
}
