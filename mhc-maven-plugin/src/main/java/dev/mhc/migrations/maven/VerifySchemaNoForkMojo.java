package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Migrator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Compares the entities with the database, as part of a build that has compiled already. Bound to {@code verify}. */
@Mojo(
        name = "verify-schema-no-fork",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class VerifySchemaNoForkMojo extends AbstractReportMojo {

    /**
     * Which differences fail the build: {@code error}, {@code warning} or {@code info} and worse, or {@code never}.
     * {@code error} unless said; also settable as {@code -Dmhc.failOn}.
     */
    @Parameter(property = "mhc.failOn", defaultValue = "error")
    private String failOn;

    /**
     * Tables and views that belong to others and are not compared, several with commas: {@code *} stands for any
     * characters, {@code ?} for one; on PostgreSQL a schema and a dot may come first. What extensions of PostgreSQL and
     * virtual tables of SQLite own needs no pattern.
     * None unless said; also settable as {@code -Dmhc.ignore=legacy_*,flyway_schema_history}.
     */
    @Parameter(property = "mhc.ignore")
    private @Nullable List<@Nullable String> ignore;

    @Override
    final void checkParameters() throws MojoExecutionException {
        super.checkParameters();
        Choice.of("mhc.failOn", failOn, FailOn.class);
    }

    @Override
    final boolean needsEntities() {
        return true;
    }

    @Override
    final List<String> ignoredTables() {
        return entries(ignore);
    }

    @Override
    final Map<ReportFormat, String> reportFiles() {
        return Map.of(
                ReportFormat.TEXT, "verify-schema.txt",
                ReportFormat.JSON, "verify-schema.json",
                ReportFormat.JUNIT, "TEST-mhc-verify-schema.xml");
    }

    @Override
    final void run(Migrator migrator, Database on) throws MojoExecutionException, MojoFailureException {
        VerifyOutcome outcome = new VerifyOutcome(
                project().getArtifactId(),
                on.url(),
                migrator.verifySchema(),
                Choice.of("mhc.failOn", failOn, FailOn.class));
        VerifyReportText.leftOut(outcome.report()).forEach(getLog()::info);
        Consumer<String> output = outcome.fails() ? getLog()::error : getLog()::warn;
        if (!outcome.report().differences().isEmpty()) {
            SchemaReportTable.lines(outcome.report()).forEach(output);
        }
        writeReports(format -> switch (format) {
            case TEXT -> VerifyReportText.write(outcome);
            case JSON -> VerifyReportJson.write(outcome);
            case JUNIT -> VerifyReportJunit.write(outcome);
        });
        if (outcome.fails()) {
            throw GoalError.SCHEMA_DIFFERS.failure(
                    on.url(),
                    SchemaReportTable.counts(outcome.report()),
                    outcome.failOn().label());
        }
        if (outcome.report().differences().isEmpty()) {
            getLog().info(outcome.summary());
        } else {
            getLog().warn(outcome.summary());
        }
    }
}
