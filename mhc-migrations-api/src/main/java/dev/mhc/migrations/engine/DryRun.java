package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Step;
import java.util.List;

/**
 * What applying a plan would execute, statement by statement.
 *
 * @param migrations in order
 */
public record DryRun(List<Rendered> migrations) {

    /** What is said of a migration that is not transactional. */
    static final String EACH_STEP = "each step commits by itself; a run that fails is gone on with where it stopped";

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

    /** Which changes take another way than a statement of the database's own, and why; one line each. */
    public List<String> ways() {
        return migrations.stream()
                .flatMap(rendered -> rendered.steps().stream()
                        .filter(Step.Note.class::isInstance)
                        .map(step -> rendered.migration().label() + ": " + ((Step.Note) step).text()))
                .toList();
    }
}
