package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.schema.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rows of one index in {@link PostgresqlCatalog#INDEXES} say, of which there is one for each of its columns.
 *
 * @param parts of its key, collected row by row
 * @param include columns beside the key, collected row by row
 */
record PostgresqlIndexRows(
        String name,
        boolean unique,
        Optional<String> where,
        String method,
        boolean nullsNotDistinct,
        boolean valid,
        List<Index.Part> parts,
        List<String> include) {

    private static final String ORDINARY = "btree";

    /** Reads what all rows of an index say alike, from its first. */
    static PostgresqlIndexRows first(ResultSet row) throws SQLException {
        String method = row.getString("amname");
        return new PostgresqlIndexRows(
                row.getString("relname"),
                row.getBoolean("indisunique"),
                Optional.ofNullable(row.getString("condition")),
                method.equals(ORDINARY) ? "" : method,
                row.getBoolean("nulls_not_distinct"),
                row.getBoolean("valid"),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** Reads the column that a row is about. */
    void add(ResultSet row) throws SQLException {
        String column = row.getString("attname");
        if (row.getBoolean("included")) {
            include.add(column);
            return;
        }
        boolean descending = row.getBoolean("descending");
        boolean nullsFirst = row.getBoolean("nulls_first");
        String options = Stream.of(
                        Optional.ofNullable(row.getString("collation")).map(it -> "collate \"" + it + "\""),
                        Optional.ofNullable(row.getString("operators")),
                        Optional.of(nullsFirst ? "nulls first" : "nulls last").filter(it -> nullsFirst != descending))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        parts.add(new Index.Part(
                column == null ? row.getString("expression") : column, column == null, descending, options));
    }

    Index index() {
        return new Index(
                Optional.of(name), parts, unique, where, new Index.Traits(method, include, nullsNotDistinct, valid));
    }
}
