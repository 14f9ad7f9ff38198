package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Migrator;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows every migration, where it stands, when it was applied and how long that took. Compiles first. */
@Mojo(name = "status", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.COMPILE)
public final class StatusMojo extends AbstractDatabaseMojo {

    @Override
    void run(Migrator migrator, Database on) {
        StatusReport.lines(migrator.status()).forEach(getLog()::info);
    }
}
