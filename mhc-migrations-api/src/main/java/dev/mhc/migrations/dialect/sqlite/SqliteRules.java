package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.SchemaRules;
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
