package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Migrator;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that write to the history alone. */
abstract class AbstractHistoryMojo extends AbstractDatabaseMojo {

    /**
     * Whose migrations are meant.
     * The module that this project compiles unless said; also settable as {@code -Dmhc.module}.
     */
    @Parameter(property = "mhc.module")
    private @Nullable String module;

    /** The module that was named, else the project's own. */
    final String module(Database on) throws MojoExecutionException {
        if (module != null && !module.isBlank()) {
            return module.strip();
        }
        return on.ownModule()
                .orElseThrow(() -> GoalError.MISSING_MODULE.with(project().getArtifactId(), goal()));
    }

    /** Shows where every migration stands now. */
    final void showStatus(Migrator migrator) {
        StatusReport.lines(migrator.status()).forEach(getLog()::info);
    }
}
