package dev.mhc.migrations.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When two spellings mean the same to a database. {@link SchemaDiff} compares what these methods return and shows users
 * what was written, so a spelling is never a difference and a message never shows a normal form.
 */
public interface SchemaRules {

    /** The form in which two names of this database are equal. */
    String canonicalName(String name);

    /** Whether a statement that writes the one name, as entities are mapped, finds what has the other in the database. */
    default boolean reaches(String expected, String found) {
        return true;
    }

    /** The form in which two types are equal: an affinity on SQLite, a full type name on PostgreSQL. */
    String canonicalType(ColumnType type);

    /**
     * The canonical types, the usual one first, that a column may have of which {@code type} is expected: whoever
     * declares a type may have the choice between several that store the same.
     */
    default List<String> acceptedTypes(ColumnType type) {
        return List.of(canonicalType(type));
    }

    /** Whether a column of which this type is expected may hold large objects, over which Hibernate makes no key. */
    default boolean isLarge(ColumnType type) {
        return type.kind() == ColumnType.Kind.CLOB || type.kind() == ColumnType.Kind.BLOB;
    }

    /**
     * The form in which two defaults of a column of {@code type} are equal. Empty means no default: none was given, or
     * it says {@code NULL}.
     */
    Optional<String> canonicalDefault(ColumnType type, Optional<DefaultValue> value);

    /** The form in which two conditions or indexed expressions are equal. */
    default String canonicalExpression(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * The type that a migration names to get {@code type} here, as far as the database remembers it. Said of itself, it
     * stays what it is.
     */
    default ColumnType logicalType(ColumnType type) {
        return type;
    }

    /**
     * Whether {@link #canonicalExpression} reaches every part of the expression: two of those that have different forms
     * mean different things.
     */
    default boolean understands(String sql) {
        return false;
    }

    /** Whether the database numbers the rows by the column although nobody asked it to. */
    default boolean numbersUnasked(Table table, Column column) {
        return false;
    }

    /** The table that stands for a sequence where there are none; empty where there are. */
    default Optional<Table> tableFor(Sequence sequence) {
        return Optional.empty();
    }

    /** Whether what was found looks like {@link #tableFor a table that stands for a sequence}. */
    default boolean standsForSequence(Table table) {
        return false;
    }

    /** Whether the default is a constant, the same for every row and at every time. */
    boolean isConstant(DefaultValue value);

    /** The default as a user reads it in SQL. */
    String describe(DefaultValue value);
}
