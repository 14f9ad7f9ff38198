package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.DatabaseFile;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes backups beside a database. Called only while the connection that is lent holds the write lock: so nobody writes,
 * no two backups are made at once, and what an unfinished one left behind belongs to nobody.
 */
final class Backups {

    /** How many of a database's backups stay. */
    static final int KEPT = 5;

    /** What must be free beside the copy itself. */
    static final long MARGIN = 1 << 20;

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final Drivers drivers;
    private final FreeSpace freeSpace;
    private final MigrationListener listener;

    /** How many bytes can be written to a folder. */
    @FunctionalInterface
    interface FreeSpace {
        FreeSpace OF_FILE_STORE = folder -> Files.getFileStore(folder).getUsableSpace();

        long in(Path folder) throws IOException;
    }

    Backups(Drivers drivers, FreeSpace freeSpace, MigrationListener listener) {
        this.drivers = drivers;
        this.freeSpace = freeSpace;
        this.listener = listener;
    }

    /**
     * Makes one, complete and proved, removes the oldest, and tells the listener.
     *
     * @param kept backups that stay, however old
     * @throws MigrationException if it could not be made; nothing is left of it then
     */
    Backup make(Lease lease, DatabaseFile database, Set<Path> kept) throws SQLException {
        long begun = System.nanoTime();
        Path path = database.path();
        long bytes = database.bytes(lease.connection());
        try {
            Backup.unfinished(path).forEach(Backups::discard);
            List<Backup> others = Backup.of(path);
            requireSpace(path, bytes);
            Path file = write(lease, database, Backup.fileFor(path, timeAfter(others)), bytes, others);
            // Who tries the same again and again must not push out what was there before the first time.
            if (others.stream().noneMatch(other -> other.file().equals(file))) {
                prune(others, kept);
            }
            Backup made = Backup.of(path).stream()
                    .filter(backup -> backup.file().equals(file))
                    .findFirst()
                    .orElseThrow(() -> failed(database, "the copy is not there", null));
            listener.backedUp(made, Duration.ofNanos(System.nanoTime() - begun));
            return made;
        } catch (IOException e) {
            throw failed(database, Reason.of(e), e);
        }
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

    private void requireSpace(Path database, long bytes) throws IOException {
        Path folder = folderOf(database);
        long free = freeSpace.in(folder);
        if (free < bytes + MARGIN) {
            throw ErrorCode.BACKUP_NO_SPACE.with(database, bytes + MARGIN, folder, free, Backup.pattern(database));
        }
    }

    /** Writes a backup, unless the newest one is the same already; returns the one that there is then. */
    private Path write(Lease lease, DatabaseFile database, Path file, long bytes, List<Backup> others)
            throws IOException, SQLException {
        Path temporary = Backup.temporaryFor(file);
        try {
            FileAccess.createLike(temporary, database.path());
            copy(lease, database, temporary);
            prove(lease, database, temporary, bytes);
            if (!others.isEmpty() && Files.mismatch(temporary, others.get(0).file()) == -1) {
                return others.get(0).file();
            }
            force(temporary, StandardOpenOption.WRITE);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folderOf(file));
            return file;
        } finally {
            discard(temporary);
            discard(journalOf(temporary));
        }
    }

    private static Path journalOf(Path file) {
        return file.resolveSibling(file.getFileName() + "-journal");
    }

    private void copy(Lease lease, DatabaseFile database, Path to) throws SQLException {
        // A connection that is inside a transaction cannot copy; its lock keeps everybody else from writing.
        try (Connection reader = beside(lease, database, database.url())) {
            database.copy(reader, to);
        } catch (SQLException e) {
            throw failed(database, String.valueOf(e.getMessage()), e);
        }
    }

    private void prove(Lease lease, DatabaseFile database, Path copy, long bytes) throws IOException, SQLException {
        if (Files.size(copy) != bytes) {
            throw failed(database, "the copy has " + Files.size(copy) + " bytes in place of " + bytes, null);
        }
        // Reading takes the copy as it is, so a change that SQLite would have taken back would stay in it.
        Path journal = journalOf(copy);
        if (Files.exists(journal) && Files.size(journal) > 0) {
            throw failed(database, "the copy was left in the middle of a change", null);
        }
        Optional<String> damage;
        try (Connection connection = beside(lease, database, database.readingUrl(copy))) {
            damage = database.damage(connection);
        } catch (SQLException e) {
            throw failed(database, "the copy cannot be checked: " + e.getMessage(), e);
        }
        if (damage.isPresent()) {
            throw ErrorCode.DATABASE_DAMAGED.with(database.path(), damage.get());
        }
    }

    /** One more connection of the same driver. */
    Connection beside(Lease lease, DatabaseFile database, String url) throws SQLException {
        return drivers.connectBeside(
                        lease.connection(), lease.dialect().scratchUrl().orElse(url), url)
                .orElseThrow(() -> failed(
                        database, "the driver that connected is not among those that this class loader finds", null));
    }

    private static void prune(List<Backup> others, Set<Path> kept) {
        others.stream()
                .skip(KEPT - 1L)
                .map(Backup::file)
                .filter(file -> kept.stream().noneMatch(it -> isSame(it, file)))
                .forEach(Backups::discard);
    }

    /** A backup may be named by way of a link; in doubt it stays. */
    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return true;
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The file {0} could not be deleted: {1}", file, Reason.of(e));
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void forceFolder(Path folder) {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            // Not every system opens folders; its file system then takes care of names by itself.
            LOG.log(Level.DEBUG, "The folder cannot be forced", e);
        }
    }

    /** The folder that a database and its backups are in. */
    static Path folderOf(Path database) {
        Path folder = database.toAbsolutePath().getParent();
        return folder == null ? database.toAbsolutePath() : folder;
    }

    long freeIn(Path folder) throws IOException {
        return freeSpace.in(folder);
    }

    private static MigrationException failed(DatabaseFile database, String why, @Nullable Exception cause) {
        Object[] arguments = {database.path(), why, folderOf(database.path())};
        return cause == null
                ? ErrorCode.BACKUP_FAILED.with(arguments)
                : ErrorCode.BACKUP_FAILED.causedBy(cause, arguments);
    }
}
