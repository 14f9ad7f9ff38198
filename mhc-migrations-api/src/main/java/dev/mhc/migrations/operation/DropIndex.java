package dev.mhc.migrations.operation;

/** Drops an index by its name. */
public record DropIndex(String index) implements Operation {

    @Override
    public String describe() {
        return "drop index " + index;
    }
}
