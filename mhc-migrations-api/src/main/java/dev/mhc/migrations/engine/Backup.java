package dev.mhc.migrations.engine;

import dev.mhc.migrations.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A copy of a database file, made beside it and named after it: {@code app.db.20250601-180102-123.backup}. It is an SQLite
 * database like any other.
 *
 * @param file where it is
 * @param time when it was made, in UTC, as its name says
 * @param bytes its size
 */
public record Backup(Path file, Instant time, long bytes) {

    private static final String SUFFIX = ".backup";
    private static final String TEMPORARY = SUFFIX + ".tmp";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT);

    /**
     * The backups beside a database file, newest first. Opens none of them; the database itself need not be there.
     *
     * @throws dev.mhc.migrations.error.MigrationException if the folder cannot be read
     */
    public static List<Backup> of(Path database) {
        List<Backup> backups = new ArrayList<>();
        for (Path file : beside(database, SUFFIX)) {
            timeOf(database, file).ifPresent(time -> backups.add(new Backup(file, time, size(file))));
        }
        backups.sort(Comparator.comparing(Backup::time).reversed());
        return List.copyOf(backups);
    }

    /** What backups that were never finished left behind. */
    static List<Path> unfinished(Path database) {
        List<Path> files = new ArrayList<>(beside(database, TEMPORARY));
        files.addAll(beside(database, TEMPORARY + "-journal"));
        return files;
    }

    static Path fileFor(Path database, Instant time) {
        return database.resolveSibling(
                database.getFileName() + "." + TIME.format(time.atOffset(ZoneOffset.UTC)) + SUFFIX);
    }

    /** Where a backup is while it is being made. */
    static Path temporaryFor(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + TEMPORARY);
    }

    /** What the names of a database's backups look like, for a message. */
    static String pattern(Path database) {
        return database.getFileName() + ".*" + SUFFIX;
    }

    /** The files whose name is the database's, a time and {@code suffix}. */
    private static List<Path> beside(Path database, String suffix) {
        Path folder = database.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> timeIn(database, file, suffix).isPresent() && Files.isRegularFile(file))
                    .toList();
        } catch (IOException e) {
            throw ErrorCode.BACKUPS_UNREADABLE.causedBy(e, database, Reason.of(e));
        } catch (UncheckedIOException e) {
            throw ErrorCode.BACKUPS_UNREADABLE.causedBy(e, database, Reason.of(e.getCause()));
        }
    }

    private static Optional<Instant> timeOf(Path database, Path file) {
        return timeIn(database, file, SUFFIX);
    }

    private static Optional<Instant> timeIn(Path database, Path file, String suffix) {
        String prefix = database.getFileName() + ".";
        String name = file.getFileName().toString();
        if (!name.startsWith(prefix) || !name.endsWith(suffix) || name.length() <= prefix.length() + suffix.length()) {
            return Optional.empty();
        }
        String stamp = name.substring(prefix.length(), name.length() - suffix.length());
        try {
            return Optional.of(LocalDateTime.parse(stamp, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
