package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.contract.SharedOperation;
import dev.mhc.migrations.operation.SchemaEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One entry of the golden table.
 *
 * @param name of the file
 * @param before what builds the database and its rows
 * @param migration what is rendered and run
 * @param after what then holds
 * @param isRefused whether an operation is refused
 */
record GoldenCase(
        String name, List<String> before, Consumer<SchemaEditor> migration, List<Fact> after, boolean isRefused) {

    /** What a query answers, columns separated by a bar. */
    record Fact(String query, List<String> rows) {}

    static GoldenCase of(SharedOperation operation, List<String> before) {
        return of(operation.fileName(), before, operation.migration());
    }

    static GoldenCase of(String name, List<String> before, Consumer<SchemaEditor> migration) {
        return new GoldenCase(name, before, migration, List.of(), false);
    }

    static GoldenCase refused(String name, List<String> before, Consumer<SchemaEditor> migration) {
        return new GoldenCase(name, before, migration, List.of(), true);
    }

    GoldenCase then(String query, String... rows) {
        List<Fact> facts = new ArrayList<>(after);
        facts.add(new Fact(query, List.of(rows)));
        return new GoldenCase(name, before, migration, facts, isRefused);
    }

    @Override
    public String toString() {
        return name;
    }
}
