package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Backup;
import dev.mhc.migrations.error.ErrorCode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Backups of one PostgreSQL database in a folder, made by {@code pg_dump}. Named after server and database, so that those of
 * another one are never taken for them: {@code localhost-5432-shop.20250601-180102-123.backup}.
 */
final class PostgresqlBackups {

    /** How many of a database's backups stay. */
    private static final int KEPT = 5;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT);
    private static final String UNFINISHED = ".backup.tmp";

    private final DatabaseUrl url;
    private final PostgresqlServer server;
    private final PostgresqlTools tools;
    private final Path folder;
    private final String name;

    private PostgresqlBackups(
            DatabaseUrl url, PostgresqlServer server, PostgresqlTools tools, Path folder, String name) {
        this.url = url;
        this.server = server;
        this.tools = tools;
        this.folder = folder;
        this.name = name;
    }

    /**
     * The backups of the database at a URL.
     *
     * @param settings where the backups and the tools are
     * @throws MojoExecutionException if the tools cannot reach the server, are not there, or are too old for it
     */
    static PostgresqlBackups of(
            DatabaseUrl url, Credentials credentials, PostgresqlServer server, BackupSettings settings)
            throws MojoExecutionException {
        Map<String, String> environment = ToolEnvironment.of(url, credentials, server);
        PostgresqlTools tools = new PostgresqlTools(settings.tools(), environment);
        tools.require(List.of(PostgresqlTools.DUMP, PostgresqlTools.RESTORE), server.version());
        String name = Stream.of(environment.get("PGHOST"), environment.get("PGPORT"), server.database())
                .map(PostgresqlBackups::plain)
                .reduce((left, right) -> left + "-" + right)
                .orElseThrow();
        return new PostgresqlBackups(
                url, server, tools, settings.folder().toAbsolutePath().normalize(), name);
    }

    /** The path that all of these backups' names begin with. */
    Path named() {
        return folder.resolve(name);
    }

    /** Those that there are, newest first. */
    List<Backup> list() {
        return Backup.of(named());
    }

    PostgresqlServer server() {
        return server;
    }

    PostgresqlTools tools() {
        return tools;
    }

    /**
     * Makes one, complete and readable by its owner alone, and removes the oldest.
     *
     * @param kept stays, however old
     */
    Backup make(Set<Path> kept) throws MojoExecutionException {
        if (server.isEmpty()) {
            throw ErrorCode.NOTHING_TO_BACK_UP.with(url);
        }
        try {
            makeFolder();
            List<Backup> others = list();
            discardUnfinished();
            String stamp = TIME.format(timeAfter(others).atOffset(ZoneOffset.UTC));
            Path file = folder.resolve(name + "." + stamp + ".backup");
            Path temporary = folder.resolve(name + "." + stamp + UNFINISHED);
            try {
                Files.createFile(temporary, ownerOnly("rw-------"));
                require(tools.run(
                        List.of(PostgresqlTools.DUMP, "--format=custom", "--no-password", "--file=" + temporary)));
                require(tools.runDiscarding(List.of(PostgresqlTools.RESTORE, "--list", temporary.toString())));
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            prune(others, kept);
            return list().stream()
                    .filter(backup -> backup.file().equals(file))
                    .findFirst()
                    .orElseThrow(() -> failed("the file is not there"));
        } catch (IOException e) {
            throw GoalError.BACKUP_FAILED.causedBy(e, url, e, folder);
        }
    }

    private void require(PostgresqlTools.Outcome outcome) throws MojoExecutionException {
        if (!outcome.succeeded()) {
            throw failed(outcome.said());
        }
    }

    private MojoExecutionException failed(String why) {
        return GoalError.BACKUP_FAILED.with(url, why, folder);
    }

    /** A folder of ours stays out of version control: rows are no source. */
    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            Files.writeString(folder.resolve(".gitignore"), "*\n");
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Now; or just after the newest, should the clock have been set back: the order of names is the order of making. */
    private static Instant timeAfter(List<Backup> others) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return others.stream()
                .findFirst()
                .map(newest -> newest.time().plusMillis(1))
                .filter(now::isBefore)
                .orElse(now);
    }

    private static void prune(List<Backup> others, Set<Path> kept) throws IOException {
        for (Backup old : others.subList(Math.min(KEPT - 1, others.size()), others.size())) {
            boolean stays = false;
            for (Path path : kept) {
                stays |= Files.exists(path) && Files.isSameFile(path, old.file());
            }
            if (!stays) {
                Files.deleteIfExists(old.file());
            }
        }
    }

    /** What a killed run left; a younger one may be another process at work. */
    private void discardUnfinished() throws IOException {
        Instant old = Instant.now().minus(Duration.ofDays(1));
        String prefix = name + ".";
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String other = file.getFileName().toString();
                if (other.startsWith(prefix)
                        && other.endsWith(UNFINISHED)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A name as a part of a file's, different for different names. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(letter -> {
            if (letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_')) {
                plain.appendCodePoint(letter);
            } else if (letter == '.') {
                plain.append('.');
            } else {
                plain.append('%').append(Integer.toHexString(letter));
            }
        });
        return plain.toString();
    }
}
