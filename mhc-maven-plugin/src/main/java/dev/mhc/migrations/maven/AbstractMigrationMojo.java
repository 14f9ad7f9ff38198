package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Backup;
import dev.mhc.migrations.engine.DryRun;
import dev.mhc.migrations.engine.MigrationPlan;
import dev.mhc.migrations.engine.Migrator;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that run migrations. */
abstract class AbstractMigrationMojo extends AbstractDatabaseMojo {

    /**
     * Where to stop: the version that is the last one applied afterwards. Underscores are fine.
     * No limit unless said; also settable as {@code -Dmhc.target=2025_06_01_180102}.
     */
    @Parameter(property = "mhc.target")
    private @Nullable String target;

    /**
     * Shows every statement and executes none.
     * False unless said; also settable as {@code -Dmhc.dryRun}.
     */
    @Parameter(property = "mhc.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Backs up an SQLite file beside it before anything pending runs or is rolled back; the newest five stay.
     * True unless said; also settable as {@code -Dmhc.backup=false}. PostgreSQL is backed up by pg_dump where that is
     * installed, with a warning where it is not; if this is set to true, a missing pg_dump fails the build.
     */
    @Parameter(property = "mhc.backup")
    private @Nullable Boolean backup;

    @Override
    final boolean backsUp() {
        return backup == null || backup;
    }

    /** Backs up a PostgreSQL database that has something in it; the engine does so for an SQLite file by itself. */
    final void backUpServer(Database on) throws MojoExecutionException {
        if (!backsUp() || on.url().isSqlite()) {
            return;
        }
        PostgresqlBackups backups;
        try {
            backups = backups(on);
        } catch (MojoExecutionException e) {
            if (backup != null) {
                throw e;
            }
            getLog().warn("No backup is made. " + String.valueOf(e.getMessage()).replace('\n', ' '));
            return;
        }
        if (!backups.server().isEmpty()) {
            long begun = System.nanoTime();
            Backup made = backups.make(Set.of());
            on.listener().backedUp(made, Duration.ofNanos(System.nanoTime() - begun));
            backups.server().locks().tooSmall().ifPresent(getLog()::warn);
        }
    }

    @Override
    void checkParameters() throws MojoExecutionException {
        target();
    }

    final boolean isDryRun() {
        return dryRun;
    }

    /** The version to stop at. */
    final Optional<Long> target() throws MojoExecutionException {
        return target == null || target.isBlank()
                ? Optional.empty()
                : Optional.of(Versions.parse("mhc.target", target));
    }

    /** Shows what a plan would execute. */
    final void show(Migrator migrator, MigrationPlan plan, String verb) {
        plan.warnings().forEach(getLog()::warn);
        DryRun steps = migrator.dryRun(plan);
        DryRunReport.lines(steps).forEach(getLog()::info);
        getLog().info("Dry run: " + Wording.count(plan.migrations().size(), "migration") + " would be " + verb
                + "; nothing was changed.");
    }
}
