package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.SchemaRules;
import dev.mhc.migrations.schema.Table;
import java.util.Optional;

/** SQLite compares names without regard to the case of ASCII letters, and stores values by affinity. */
final class SqliteRules implements SchemaRules {

    @Override
    public String canonicalName(String name) {
        return fold(name);
    }

    /** The name as SQLite compares it: {@code Ä} and {@code ä} are two names. */
    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    @Override
    public String canonicalType(ColumnType type) {
        return SqliteTypes.canonical(type).name();
    }

    @Override
    public ColumnType logicalType(ColumnType type) {
        return SqliteTypes.logical(type);
    }

    /** Every single key that is declared {@code INTEGER} is the number of the row. */
    @Override
    public boolean numbersUnasked(Table table, Column column) {
        return column.generation() == Column.Generation.IDENTITY
                && table.definition().stream()
                        .limit(1)
                        .flatMap(sql -> Token.read(sql).stream())
                        .noneMatch(token -> token.is("AUTOINCREMENT"));
    }

    @Override
    public Optional<String> canonicalDefault(ColumnType type, Optional<DefaultValue> value) {
        return value.flatMap(it -> SqliteDefaults.canonical(it, type));
    }

    @Override
    public boolean isConstant(DefaultValue value) {
        return SqliteDefaults.isConstant(value);
    }

    @Override
    public String describe(DefaultValue value) {
        return SqliteDefaults.describe(value);
    }
}
