package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.SchemaRules;
import dev.mhc.migrations.schema.Sequence;
import dev.mhc.migrations.schema.Table;
import java.util.List;
import java.util.Optional;

/** SQLite compares names without regard to the case of ASCII letters, and stores values by affinity. */
final class SqliteRules implements SchemaRules {

    private static final String NEXT_VALUE = "next_val";

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

    /** Hibernate stores a UUID as its 16 bytes here, which no affinity changes; others store the text. */
    @Override
    public List<String> acceptedTypes(ColumnType type) {
        return type.kind() == ColumnType.Kind.UUID
                ? List.of(canonicalType(type), Affinity.BLOB.name())
                : List.of(canonicalType(type));
    }

    /** What Hibernate declares as {@code blob} here, it takes for a large object. */
    @Override
    public boolean isLarge(ColumnType type) {
        return type.kind() == ColumnType.Kind.CLOB || acceptedTypes(type).contains(Affinity.BLOB.name());
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

    /** Hibernate keeps one in a table of its name. */
    @Override
    public Optional<Table> tableFor(Sequence sequence) {
        return Optional.of(Table.named(sequence.name())
                .column(Column.of(NEXT_VALUE, ColumnType.bigint()))
                .build());
    }

    @Override
    public boolean standsForSequence(Table table) {
        return table.columns().size() == 1
                && table.columns().stream()
                        .allMatch(column -> fold(column.name()).equals(NEXT_VALUE)
                                && canonicalType(column.type()).equals(Affinity.INTEGER.name()));
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
