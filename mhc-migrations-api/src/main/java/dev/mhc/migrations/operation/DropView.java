package dev.mhc.migrations.operation;

/** Drops a view. */
public record DropView(String view) implements Operation {

    @Override
    public String describe() {
        return "drop view " + view;
    }
}
