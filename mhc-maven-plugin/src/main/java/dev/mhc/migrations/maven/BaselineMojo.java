package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Migrator;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Records that a database which was never migrated by this tool already contains the migrations up to a version, and runs
 * none of them. Compiles first.
 */
@Mojo(name = "baseline", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.COMPILE)
public final class BaselineMojo extends AbstractHistoryMojo {

    /**
     * The last version that the database contains. Underscores are fine.
     * No default; set it as {@code -Dmhc.target=2025_06_01_180102}.
     */
    @Parameter(property = "mhc.target")
    private @Nullable String target;

    @Override
    void checkParameters() throws MojoExecutionException {
        target();
    }

    private long target() throws MojoExecutionException {
        if (target == null || target.isBlank()) {
            throw GoalError.MISSING_TARGET.with();
        }
        return Versions.parse("mhc.target", target);
    }

    @Override
    void run(Migrator migrator, Database on) throws MojoExecutionException {
        migrator.baseline(module(on), target());
        showStatus(migrator);
        getLog().info("Baselined up to " + Versions.format(target())
                + "; nothing was run. Whether the database has what"
                + " these migrations make, mvn mhc:verify-schema tells.");
    }
}
