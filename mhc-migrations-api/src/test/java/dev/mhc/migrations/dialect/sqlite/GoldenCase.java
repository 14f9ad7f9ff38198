package dev.mhc.migrations.dialect.sqlite;

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
 * @param needs353 whether older versions of SQLite refuse or render it otherwise
 */
record GoldenCase(
        String name,
        List<String> before,
        Consumer<SchemaEditor> migration,
        List<Fact> after,
        boolean isRefused,
        boolean needs353) {

    /** What a query answers. */
    record Fact(String query, List<String> rows) {}

    static GoldenCase of(SharedOperation operation, List<String> before) {
        return of(operation.fileName(), before, operation.migration());
    }

    static GoldenCase of(String name, List<String> before, Consumer<SchemaEditor> migration) {
        return new GoldenCase(name, before, migration, List.of(), false, false);
    }

    static GoldenCase refused(String name, List<String> before, Consumer<SchemaEditor> migration) {
        return new GoldenCase(name, before, migration, List.of(), true, false);
    }

    GoldenCase then(String query, String... rows) {
        List<Fact> facts = new ArrayList<>(after);
        facts.add(new Fact(query, List.of(rows)));
        return new GoldenCase(name, before, migration, facts, isRefused, needs353);
    }

    GoldenCase since353() {
        return new GoldenCase(name, before, migration, after, isRefused, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
