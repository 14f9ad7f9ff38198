package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compares the entities with the database, as part of a build that has compiled already. Bound to {@code verify}. */
@Mojo(
        name = "verify-schema-no-fork",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class VerifySchemaNoForkMojo extends AbstractDatabaseMojo {

    /** From which severity on a difference fails the build. */
    enum FailOn {
        ERROR,
        WARNING,
        INFO,
        NEVER
    }

    /**
     * Which differences fail the build: {@code error}, {@code warning} or {@code info} and worse, or {@code never}.
     * {@code error} unless said; also settable as {@code -Dmhc.failOn}.
     */
    @Parameter(property = "mhc.failOn", defaultValue = "error")
    private String failOn;

    @Override
    final void checkParameters() throws MojoExecutionException {
        Choice.of("mhc.failOn", failOn, FailOn.class);
    }

    @Override
    final boolean needsEntities() {
        return true;
    }

    @Override
    final void run(Migrator migrator, Database on) throws MojoExecutionException, MojoFailureException {
        FailOn threshold = Choice.of("mhc.failOn", failOn, FailOn.class);
        SchemaReport report = migrator.verifySchema();
        String compared = Wording.count(report.entities(), "entity", "entities") + " in "
                + Wording.count(report.tables(), "table");
        report.notes().forEach(note -> getLog().info("left out  " + note));
        if (report.differences().isEmpty()) {
            getLog().info("The database has all that " + compared + " expect: no difference.");
            return;
        }
        boolean fails = threshold != FailOn.NEVER
                && !report.atLeast(Severity.valueOf(threshold.name())).isEmpty();
        List<String> table = SchemaReportTable.lines(report);
        Consumer<String> output = fails ? getLog()::error : getLog()::warn;
        table.forEach(output);
        String counts = SchemaReportTable.counts(report);
        if (fails) {
            throw GoalError.SCHEMA_DIFFERS.failure(
                    on.url(), counts, threshold.name().toLowerCase(Locale.ROOT));
        }
        getLog().warn("The database differs from " + compared + " in " + counts + "; none fails the build, since "
                + "mhc.failOn is " + threshold.name().toLowerCase(Locale.ROOT) + ".");
    }
}
