package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Column.Generation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The short texts in which a difference shows what is expected and what was found. */
final class Describe {

    static final String NOTHING = "nothing";
    static final String NULLABLE = "nullable";
    static final String NOT_NULL = "not null";
    static final String NO_DEFAULT = "no default";
    /** As the documentation of the database writes it. */
    static final String INVALID = "INVALID";

    static final String NOT_VALID = "NOT VALID";
    private static final String NULLS_NOT_DISTINCT = " nulls not distinct";

    private Describe() {}

    static String column(Column column) {
        return column.type() + (column.nullable() ? "" : " " + NOT_NULL);
    }

    static String primaryKey(Optional<PrimaryKey> key) {
        return key.map(it -> "primary key " + columns(it.columns())).orElse(NOTHING);
    }

    static String columns(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }

    static String generation(Generation generation) {
        return switch (generation) {
            case NONE -> "a value from the application";
            case IDENTITY -> "numbered by the database";
            case COMPUTED -> "computed by the database";
        };
    }

    static String defaultValue(Optional<DefaultValue> value, SchemaRules rules) {
        return value.map(it -> "default " + rules.describe(it)).orElse(NO_DEFAULT);
    }

    static String foreignKey(ForeignKey key) {
        return "foreign key to " + key.referencedTable() + "(" + String.join(", ", key.referencedColumns()) + ")";
    }

    /** What a foreign key does beyond referring. */
    static String behaviour(ForeignKey key) {
        List<String> setColumns = key.traits().setColumns();
        return "on delete " + sql(key.onDelete()) + (setColumns.isEmpty() ? "" : " " + columns(setColumns))
                + ", on update " + sql(key.onUpdate())
                + (key.deferrable() ? ", deferrable" : "")
                + (matchesFull(key) ? ", match full" : "");
    }

    /** Whether it refuses what a plain foreign key accepts; of one column both are the same. */
    static boolean matchesFull(ForeignKey key) {
        return key.traits().matchFull() && key.columns().size() > 1;
    }

    private static String sql(ReferentialAction action) {
        return action.sql().toLowerCase(Locale.ROOT);
    }

    static String unique(List<String> columns, boolean nullsNotDistinct) {
        return "unique " + columns(columns) + (nullsNotDistinct ? NULLS_NOT_DISTINCT : "");
    }

    static String index(Index index) {
        Index.Traits traits = index.traits();
        return (traits.valid() ? "" : INVALID + " ")
                + (index.unique() ? "unique index " : "index ")
                + (traits.method().isEmpty() ? "" : "using " + traits.method() + " ")
                + index.parts().stream().map(Describe::part).collect(Collectors.joining(", ", "(", ")"))
                + (traits.include().isEmpty() ? "" : " include " + columns(traits.include()))
                + (traits.nullsNotDistinct() ? NULLS_NOT_DISTINCT : "")
                + index.where().map(condition -> " where " + condition).orElse("");
    }

    private static String part(Index.Part part) {
        return part.text()
                + (part.options().isEmpty() ? "" : " " + part.options())
                + (part.descending() ? " desc" : "");
    }
}
