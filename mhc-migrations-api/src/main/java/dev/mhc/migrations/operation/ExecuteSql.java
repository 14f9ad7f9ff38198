package dev.mhc.migrations.operation;

/** Executes SQL as it is written. */
public record ExecuteSql(Sql sql) implements Operation {

    @Override
    public String describe() {
        return "sql";
    }
}
