package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.MigrationPlan;
import dev.mhc.migrations.engine.MigrationReport;
import dev.mhc.migrations.engine.Migrator;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Rolls back the migration that was applied last, or as many as are asked for, and shows what goes with them. Compiles
 * first.
 */
@Mojo(name = "rollback", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.COMPILE)
public final class RollbackMojo extends AbstractMigrationMojo {

    /**
     * How many migrations to roll back, the one applied last first.
     * One unless said; also settable as {@code -Dmhc.steps}; not together with a target.
     */
    @Parameter(property = "mhc.steps")
    private @Nullable Integer steps;

    @Override
    void checkParameters() throws MojoExecutionException {
        if (steps != null && target().isPresent()) {
            throw GoalError.STEPS_AND_TARGET.with();
        }
        if (steps != null && steps < 1) {
            throw GoalError.BAD_STEPS.with(steps);
        }
    }

    @Override
    void run(Migrator migrator, Database on) throws MojoExecutionException {
        Optional<Long> target = target();
        int count = steps == null ? 1 : steps;
        MigrationPlan plan =
                target.isPresent() ? migrator.planRollbackTo(target.get()) : migrator.planRollbackSteps(count);
        if (plan.isEmpty()) {
            getLog().info("Nothing to roll back.");
            return;
        }
        if (!isDryRun()) {
            plan.warnings().forEach(getLog()::warn);
            plan.ways().forEach(getLog()::info);
        }
        preview(plan, on);
        if (isDryRun()) {
            show(migrator, plan, "rolled back");
            return;
        }
        backUpServer(on);
        MigrationReport report = target.isPresent() ? migrator.rollbackTo(target.get()) : migrator.rollbackSteps(count);
        getLog().info("Rolled back " + Wording.count(report.migrations().size(), "migration") + " in "
                + Wording.total(report) + ".");
    }

    private void preview(MigrationPlan plan, Database on) throws MojoExecutionException {
        try {
            RollbackPreview.lines(plan, on.dataSource(), on.url().isSqlite()).forEach(getLog()::info);
        } catch (SQLException e) {
            throw GoalError.UNREADABLE_FILE.causedBy(e, on.url(), e);
        }
    }
}
