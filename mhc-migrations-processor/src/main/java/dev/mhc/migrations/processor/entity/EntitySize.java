package dev.mhc.migrations.processor.entity;

import java.util.Optional;

/**
 * What {@code @Column} says of a type's size; empty where it says nothing.
 *
 * @param length in characters
 * @param precision in decimal digits
 * @param scale in decimal digits behind the point
 * @param fraction of a second, in decimal digits
 */
record EntitySize(
        Optional<Integer> length, Optional<Integer> precision, Optional<Integer> scale, Optional<Integer> fraction) {

    static final EntitySize UNKNOWN =
            new EntitySize(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Reads a size, reporting one that no column can have and going on without it. */
    static EntitySize read(EntityAttribute attribute, EntityFindings findings) {
        Optional<EntityAnnotation> column = attribute.column();
        Optional<Integer> fraction = attribute.find(Jpa.FRACTIONAL_SECONDS).flatMap(it -> it.number("value"));
        if (column.isEmpty()) {
            return new EntitySize(Optional.empty(), Optional.empty(), Optional.empty(), fraction);
        }
        EntitySize size = new EntitySize(
                column.get().number("length"),
                // Zero is the written-out default of both: not given.
                column.get().number("precision").filter(it -> it != 0),
                column.get().number("scale").filter(it -> it != 0),
                column.get().number("secondPrecision").filter(it -> it >= 0).or(() -> fraction));
        return size.isUsable(attribute, column.get(), findings) ? size : UNKNOWN;
    }

    private boolean isUsable(EntityAttribute attribute, EntityAnnotation column, EntityFindings findings) {
        boolean usable = true;
        if (length.isPresent() && length.get() < 1) {
            findings.error(
                    column.place("length"),
                    EntityProblem.COLUMN_SIZE,
                    attribute.subject(),
                    "a length of " + length.get());
            usable = false;
        }
        if (precision.isPresent() && precision.get() < 1) {
            findings.error(
                    column.place("precision"),
                    EntityProblem.COLUMN_SIZE,
                    attribute.subject(),
                    "a precision of " + precision.get());
            usable = false;
        } else if (scale.isPresent() && (scale.get() < 0 || scale.get() > precision.orElse(Integer.MAX_VALUE))) {
            findings.error(
                    column.place("scale"),
                    EntityProblem.COLUMN_SIZE,
                    attribute.subject(),
                    "a scale of " + scale.get()
                            + precision.map(it -> " and a precision of " + it).orElse(""));
            usable = false;
        }
        return usable;
    }
}
