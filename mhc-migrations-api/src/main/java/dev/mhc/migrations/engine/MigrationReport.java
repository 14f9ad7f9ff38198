package dev.mhc.migrations.engine;

import java.time.Duration;
import java.util.List;

/**
 * What ran.
 *
 * @param migrations in the order in which they ran; empty if there was nothing to do
 * @param warnings what the user should know
 */
public record MigrationReport(List<Ran> migrations, List<String> warnings) {

    /**
     * One migration that ran and was committed.
     *
     * @param migration what ran
     * @param duration how long its transaction took
     */
    public record Ran(PlannedMigration migration, Duration duration) {}

    public MigrationReport {
        migrations = List.copyOf(migrations);
        warnings = List.copyOf(warnings);
    }
}
