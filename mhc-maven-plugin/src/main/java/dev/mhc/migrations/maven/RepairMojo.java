package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Migrator;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Accepts that an applied migration's class changed, with a reason that the history keeps. Compiles first. */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.COMPILE)
public final class RepairMojo extends AbstractHistoryMojo {

    /**
     * The migration whose change is accepted. Underscores are fine.
     * No default; set it as {@code -Dmhc.version=2025_06_01_180102}.
     */
    @Parameter(property = "mhc.version")
    private @Nullable String version;

    /**
     * Why the change is right, for those who read the history later; one line.
     * No default; set it as {@code -Dmhc.reason="a typo in a message"}.
     */
    @Parameter(property = "mhc.reason")
    private @Nullable String reason;

    @Override
    void checkParameters() throws MojoExecutionException {
        version();
        reason();
    }

    private long version() throws MojoExecutionException {
        if (version == null || version.isBlank()) {
            throw GoalError.MISSING_VERSION.with();
        }
        return Versions.parse("mhc.version", version);
    }

    private String reason() throws MojoExecutionException {
        if (reason == null || reason.isBlank()) {
            throw GoalError.MISSING_REASON.with(Versions.format(version()));
        }
        return reason;
    }

    @Override
    void run(Migrator migrator, Database on) throws MojoExecutionException {
        migrator.repair(module(on), version(), reason());
        showStatus(migrator);
        getLog().info("Repaired " + Versions.format(version()) + ": what this build has counts from now on, and the"
                + " history says why.");
    }
}
