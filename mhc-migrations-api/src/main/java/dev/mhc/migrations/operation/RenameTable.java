package dev.mhc.migrations.operation;

/** Renames a table; foreign keys that reference it follow. */
public record RenameTable(String from, String to) implements Operation {

    @Override
    public String describe() {
        return "rename table " + from + " to " + to;
    }
}
