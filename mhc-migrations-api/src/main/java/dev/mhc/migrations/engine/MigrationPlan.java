package dev.mhc.migrations.engine;

import java.util.List;

/**
 * What would run, in order. Making a plan executes nothing and writes nothing.
 *
 * @param migrations in the order in which they would run
 * @param warnings what the user should know before, each one sentence or two
 */
public record MigrationPlan(List<PlannedMigration> migrations, List<String> warnings) {

    public MigrationPlan {
        migrations = List.copyOf(migrations);
        warnings = List.copyOf(warnings);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return migrations.isEmpty();
    }
}
