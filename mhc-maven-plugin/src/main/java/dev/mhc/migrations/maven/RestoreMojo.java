package dev.mhc.migrations.maven;

import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.engine.Backup;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.RestoreReport;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Makes a database what a backup of it is, and backs up first what it was: an SQLite file, or a PostgreSQL database by
 * pg_restore and psql. Works while the project does not compile.
 */
@Mojo(name = "restore", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RestoreMojo extends AbstractDatabaseMojo {

    /**
     * The backup; a relative path starts where the backups are (beside an SQLite file) or at the module's folder.
     * The newest of them unless said; also settable as {@code -Dmhc.backup.file}.
     */
    @Parameter(property = "mhc.backup.file")
    private @Nullable String backupFile;

    @Override
    boolean needsMigrations() {
        return false;
    }

    @Override
    boolean worksOnMissingFile() {
        return true;
    }

    @Override
    boolean createsFile() {
        return true;
    }

    @Override
    void run(Migrator migrator, Database on) throws MojoExecutionException {
        if (on.url().file().isEmpty()) {
            restoreServer(on);
            return;
        }
        Path backup = chosen(on.url(), real(on.url().file().get()));
        RestoreReport report = restore(migrator, backup, on);
        report.warnings().forEach(getLog()::warn);
        getLog().info("Restored " + report.from() + ".");
        TextTable inEffect = new TextTable();
        report.inEffect()
                .forEach(migration ->
                        inEffect.row("in effect", Versions.format(migration.version()), migration.description()));
        inEffect.lines().forEach(getLog()::info);
        getLog().info(Wording.count(report.inEffect().size(), "migration") + " in effect.");
        report.before().ifPresent(before -> getLog().info("To undo this: " + restoreCommand(on.url(), before.file())));
    }

    private void restoreServer(Database on) throws MojoExecutionException {
        PostgresqlBackups backups = backups(on);
        Path backup = chosen(on.url(), backups.named());
        PostgresqlRestore restore = new PostgresqlRestore(on.url(), backups.server(), backups.tools());
        restore.check(backup)
                .ifPresent(other -> getLog().warn("It is a backup of " + other + ", and is restored into "
                        + backups.server().database() + "."));
        Optional<Backup> before = Optional.empty();
        try (Connection connection = on.dataSource().getConnection();
                DatabaseSession session = session(connection)) {
            keepMigrationsOut(session);
            if (!backups.server().isEmpty()) {
                long begun = System.nanoTime();
                before = Optional.of(backups.make(Set.of(backup)));
                on.listener().backedUp(before.get(), Duration.ofNanos(System.nanoTime() - begun));
            }
            restore.run(backup, on.dataSource())
                    .forEach(it -> getLog().warn("Left as it is, since it is not the user's: " + it + "."));
        } catch (SQLException e) {
            throw ErrorCode.CONNECTION_FAILED.causedBy(e, e.getMessage());
        }
        getLog().info("Restored " + backup + ". mhc:status shows what is in effect.");
        before.ifPresent(it -> getLog().info("To undo this: " + restoreCommand(on.url(), it.file())));
    }

    /** Holds the lock under which migrations run: a run in between would be undone, or be half of what is restored. */
    private static void keepMigrationsOut(DatabaseSession session) throws SQLException {
        try {
            session.exclude();
        } catch (MigrationException e) {
            // Where the history's schema is yet to come with the backup, nothing can be migrated.
            if (e.code() != ErrorCode.NO_CURRENT_SCHEMA) {
                throw e;
            }
        }
    }

    /** A connection makes the file of a new database before anything is known of the backup. */
    private static RestoreReport restore(Migrator migrator, Path backup, Database on) {
        try {
            return migrator.restore(backup);
        } catch (MigrationException e) {
            on.url().file().filter(file -> on.isNew()).ifPresent(RestoreMojo::deleteIfEmpty);
            throw e;
        }
    }

    private static void deleteIfEmpty(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) == 0) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // It stays as it is; the failure before it is what counts.
        }
    }

    /**
     * The backup that was named, or the newest of a database's.
     *
     * @param database where its backups are, whose names begin with this one
     */
    private Path chosen(DatabaseUrl of, Path database) throws MojoExecutionException {
        return backupFile == null || backupFile.isBlank() ? newest(of, database) : named(backupFile, database);
    }

    private Path newest(DatabaseUrl of, Path database) throws MojoExecutionException {
        List<Backup> backups = Backup.of(database);
        if (backups.isEmpty()) {
            throw GoalError.NO_BACKUP.with(of, database + ".*.backup");
        }
        if (backups.size() > 1) {
            getLog().info("The newest of " + backups.size() + " backups is restored; mhc.backup.file chooses another:");
            TextTable table = new TextTable();
            backups.forEach(backup -> table.row("  " + backup.file().getFileName(), Wording.size(backup.bytes())));
            table.lines().forEach(getLog()::info);
        }
        return backups.get(0).file();
    }

    private Path named(String written, Path database) throws MojoExecutionException {
        try {
            Path inModule = project().getBasedir().toPath().resolve(written);
            Path besideDatabase = database.resolveSibling(written);
            Optional<Path> found = Stream.of(besideDatabase, inModule)
                    .filter(Files::isRegularFile)
                    .findFirst();
            return found.orElseThrow(
                    () -> GoalError.MISSING_BACKUP.with(written, besideDatabase, inModule, listed(database)));
        } catch (InvalidPathException e) {
            throw GoalError.UNREADABLE_FILE.causedBy(e, written, e.getReason());
        }
    }

    private static String listed(Path database) {
        List<Backup> backups = Backup.of(database);
        return backups.isEmpty()
                ? " There is none named " + database.getFileName() + ".*.backup."
                : backups.stream()
                        .map(backup -> "\n  " + backup.file().getFileName())
                        .collect(Collectors.joining("", " There are:", ""));
    }

    /** Backups are beside the file itself, not beside a link to it. */
    private static Path real(Path database) {
        try {
            return Files.exists(database) ? database.toRealPath() : database;
        } catch (IOException e) {
            return database;
        }
    }
}
