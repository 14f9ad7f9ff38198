package dev.mhc.migrations.schema;

import java.util.OptionalLong;

/**
 * What numbers rows and belongs to no column.
 *
 * @param name as written, never empty
 * @param increment from one number to the next; empty where it is not known
 */
public record Sequence(String name, OptionalLong increment) {

    public Sequence {
        Names.require("Sequence", name);
    }

    /** A sequence of which the increment is known. */
    public static Sequence of(String name, long increment) {
        return new Sequence(name, OptionalLong.of(increment));
    }

    /** A sequence of which no more than the name is known. */
    public static Sequence named(String name) {
        return new Sequence(name, OptionalLong.empty());
    }
}
