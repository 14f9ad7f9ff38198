package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.MigrationPlan;
import dev.mhc.migrations.engine.MigrationReport;
import dev.mhc.migrations.engine.Migrator;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Applies every pending migration, each in its own transaction. Compiles first. */
@Mojo(name = "apply", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.COMPILE)
public final class ApplyMojo extends AbstractMigrationMojo {

    @Override
    boolean worksOnMissingFile() {
        return true;
    }

    @Override
    boolean createsFile() {
        return !isDryRun();
    }

    @Override
    void run(Migrator migrator, Database on) throws MojoExecutionException {
        Optional<Long> version = target();
        if (isDryRun()) {
            if (on.isNew()) {
                getLog().info("It does not exist; this is what an empty database would get. No file is made.");
            }
            MigrationPlan plan = plan(migrator, version);
            if (plan.isEmpty()) {
                getLog().info("Nothing to do.");
                return;
            }
            show(migrator, plan, "applied");
            return;
        }
        if (on.isNew()) {
            getLog().info("It does not exist and is created.");
        }
        if (!on.url().isSqlite() && backsUp() && !plan(migrator, version).isEmpty()) {
            backUpServer(on);
        }
        MigrationReport report = version.isPresent() ? migrator.applyTo(version.get()) : migrator.apply();
        if (report.migrations().isEmpty()) {
            long applied = migrator.status().stream()
                    .filter(migration -> migration.appliedAt().isPresent())
                    .count();
            getLog().info("Nothing to do: " + Wording.count(applied, "migration") + " applied.");
        } else {
            getLog().info("Applied " + Wording.count(report.migrations().size(), "migration") + " in "
                    + Wording.total(report) + ".");
        }
        on.url()
                .file()
                .ifPresent(file ->
                        getLog().info("To look at it: sqlite3 " + ShellWord.quoted(file.toString()) + " .schema"));
    }

    private static MigrationPlan plan(Migrator migrator, Optional<Long> version) {
        return version.isPresent() ? migrator.planTo(version.get()) : migrator.plan();
    }
}
