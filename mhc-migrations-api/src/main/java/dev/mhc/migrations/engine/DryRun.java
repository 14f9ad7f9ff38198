package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Step;
import java.util.List;

/**
 * What applying a plan would execute, statement by statement.
 *
 * @param migrations in order
 */
public record DryRun(List<Rendered> migrations) {

    /**
     * One migration with its steps.
     *
     * @param migration what would run
     * @param steps what it would execute, in order; {@link Step.Work} is listed and was not run
     */
    public record Rendered(PlannedMigration migration, List<Step> steps) {
        public Rendered {
            steps = List.copyOf(steps);
        }
    }

    public DryRun {
        migrations = List.copyOf(migrations);
    }
}
