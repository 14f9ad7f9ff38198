package dev.mhc.migrations.engine;

import java.util.List;

/**
 * What would run, in order. Making a plan executes nothing and writes nothing.
 *
 * @param migrations in the order in which they would run
 * @param warnings what the user should know before, each one sentence or two
 * @param ways which changes take another way than a statement of the database's own, and why, each one line; empty where
 *     the plan runs at once
 */
public record MigrationPlan(List<PlannedMigration> migrations, List<String> warnings, List<String> ways) {

    public MigrationPlan {
        migrations = List.copyOf(migrations);
        warnings = List.copyOf(warnings);
        ways = List.copyOf(ways);
    }

    /** A plan that does not say which way its changes take. */
    public MigrationPlan(List<PlannedMigration> migrations, List<String> warnings) {
        this(migrations, warnings, List.of());
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return migrations.isEmpty();
    }
}
