package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.MigrationStatus;
import dev.mhc.migrations.engine.Migrator;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows every migration, where it stands, when it was applied and how long that took. Compiles first. */
@Mojo(name = "status", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.COMPILE)
public final class StatusMojo extends AbstractReportMojo {

    @Override
    Map<ReportFormat, String> reportFiles() {
        return Map.of(ReportFormat.TEXT, "status.txt", ReportFormat.JSON, "status.json");
    }

    @Override
    void run(Migrator migrator, Database on) throws MojoExecutionException {
        List<MigrationStatus> migrations = migrator.status();
        List<String> lines = StatusReport.lines(migrations);
        lines.forEach(getLog()::info);
        writeReports(format -> format == ReportFormat.JSON
                ? StatusReportJson.write(project().getArtifactId(), on.url(), migrations)
                : "Database " + on.url() + "\n" + String.join("\n", lines) + "\n");
    }
}
