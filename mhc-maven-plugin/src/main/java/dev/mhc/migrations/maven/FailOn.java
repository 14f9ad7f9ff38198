package dev.mhc.migrations.maven;

import dev.mhc.migrations.schema.Difference.Severity;
import java.util.Locale;

/** From which severity on a difference fails the build. */
enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    /** Whether a difference of this severity fails the build. */
    boolean isMetBy(Severity severity) {
        return this != NEVER && severity.isAtLeast(Severity.valueOf(name()));
    }

    /** The choice as people type it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
