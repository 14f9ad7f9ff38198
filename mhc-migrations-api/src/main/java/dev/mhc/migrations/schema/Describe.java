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
        return "on delete " + sql(key.onDelete()) + ", on update " + sql(key.onUpdate())
                + (key.deferrable() ? ", deferrable" : "");
    }

    private static String sql(ReferentialAction action) {
        return action.sql().toLowerCase(Locale.ROOT);
    }

    static String unique(List<String> columns) {
        return "unique " + columns(columns);
    }

    static String index(Index index) {
        return (index.unique() ? "unique index " : "index ")
                + index.parts().stream()
                        .map(part -> part.text() + (part.descending() ? " desc" : ""))
                        .collect(Collectors.joining(", ", "(", ")"))
                + index.where().map(condition -> " where " + condition).orElse("");
    }
}
