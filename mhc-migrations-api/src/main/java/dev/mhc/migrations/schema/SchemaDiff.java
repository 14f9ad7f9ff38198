package dev.mhc.migrations.schema;

import java.util.List;

/** Compares what is expected with what was found. */
public final class SchemaDiff {

    private SchemaDiff() {}

    /**
     * All points where {@code found} differs from {@code expected}, sorted by table, the worst first within a table.
     * Consequences are folded under their cause.
     */
    public static List<Difference> compare(Schema expected, Schema found, SchemaRules rules) {
        return List.of();
    }
}
