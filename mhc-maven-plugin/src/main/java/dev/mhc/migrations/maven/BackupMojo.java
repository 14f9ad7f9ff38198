package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Backup;
import dev.mhc.migrations.engine.Migrator;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Backs up an SQLite file into a file beside it, checked and complete, or a PostgreSQL database by pg_dump into a folder; the
 * newest five stay. Works while the project does not compile.
 */
@Mojo(name = "backup", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class BackupMojo extends AbstractDatabaseMojo {

    @Override
    boolean needsMigrations() {
        return false;
    }

    @Override
    void run(Migrator migrator, Database on) throws MojoExecutionException {
        Backup backup = on.url().isSqlite() ? migrator.backup() : ofServer(on);
        getLog().info("Backed up into " + backup.file() + " (" + Wording.size(backup.bytes()) + ").");
        getLog().info("To restore it: " + restoreCommand(on.url(), backup.file()));
    }

    private Backup ofServer(Database on) throws MojoExecutionException {
        PostgresqlBackups backups = backups(on);
        backups.server().locks().tooSmall().ifPresent(getLog()::warn);
        return backups.make(Set.of());
    }
}
