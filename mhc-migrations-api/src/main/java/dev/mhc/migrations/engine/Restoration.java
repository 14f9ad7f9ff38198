package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.DatabaseFile;
import dev.mhc.migrations.dialect.DatabaseFile.Position;
import dev.mhc.migrations.dialect.DatabaseFile.Replacement;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a backup in the place of a database, after a backup of what the database is. Other users see one commit. */
final class Restoration {

    private static final long PAUSE_MILLIS = 50;

    /** An attempt that no lock explains is repeated, since a lock may have been let go just then. */
    private static final int UNEXPLAINED = 3;

    private final Lease lease;
    private final DatabaseFile database;
    private final Path backup;
    private final Backups backups;
    private final HistoryTable history;
    private final Duration patience;
    private final Set<Path> kept = new HashSet<>();
    private Optional<Backup> before = Optional.empty();
    private Optional<Position> backedUp = Optional.empty();

    Restoration(
            Lease lease, DatabaseFile database, Path backup, Backups backups, HistoryTable history, Duration patience) {
        this.lease = lease;
        this.database = database;
        this.backup = backup.toAbsolutePath().normalize();
        this.backups = backups;
        this.history = history;
        this.patience = patience;
        kept.add(this.backup);
    }

    RestoreReport run() throws SQLException {
        requireFile();
        Connection reader = backups.beside(lease, database, database.readingUrl(backup));
        try {
            requireSound(reader);
            List<String> warnings = new ArrayList<>();
            List<MigrationStatus> inEffect = inEffect(reader, warnings);
            long bytes = database.bytes(reader);
            prepare(reader, bytes);
            replace(warnings);
            return new RestoreReport(database.path(), backup, before, inEffect, warnings);
        } finally {
            Lease.giveBack(reader);
        }
    }

    private void requireFile() {
        try {
            if (!Files.isRegularFile(backup)) {
                throw ErrorCode.NO_SUCH_BACKUP.with(backup, choice());
            }
            if (Files.isSameFile(backup, database.path())) {
                throw unusable("it is the database itself", null);
            }
            for (String suffix : List.of("-wal", "-journal")) {
                Path companion = backup.resolveSibling(backup.getFileName() + suffix);
                if (Files.isRegularFile(companion) && Files.size(companion) > 0) {
                    throw unusable(
                            companion.getFileName() + " stands beside it, so it is in use or was left in the"
                                    + " middle of a change; open it once and close it",
                            null);
                }
            }
        } catch (IOException e) {
            throw unusable(Reason.of(e), e);
        }
    }

    private void requireSound(Connection reader) {
        try {
            if (database.isEmpty(reader)) {
                throw unusable("there is nothing in it", null);
            }
            Optional<String> damage = database.damage(reader);
            if (damage.isPresent()) {
                throw unusable(damage.get(), null);
            }
        } catch (SQLException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private List<MigrationStatus> inEffect(Connection reader, List<String> warnings) throws SQLException {
        try {
            return history.read(new Lease(reader, lease.dialect(), lease.session())).stream()
                    .flatMap(state -> state.latestFirst().stream())
                    .sorted((a, b) -> a.key().compareTo(b.key()))
                    .map(Restoration::status)
                    .toList();
        } catch (MigrationException e) {
            warnings.add("What is restored has a history that cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private static MigrationStatus status(HistoryEvent event) {
        return new MigrationStatus(
                event.key().module(),
                event.key().version(),
                event.description(),
                MigrationStatus.State.APPLIED,
                Optional.of(event.at()),
                event.durationMillis().map(Duration::ofMillis),
                Optional.of(event.by()),
                Optional.of(event.checksum()),
                Optional.empty());
    }

    /** All that can be known before anything is done. */
    private void prepare(Connection reader, long bytes) {
        try {
            Optional<String> obstacle = database.obstacle(lease.connection(), reader);
            if (obstacle.isPresent()) {
                throw ErrorCode.RESTORE_FAILED.with(database.path(), obstacle.get());
            }
            long present = database.bytes(lease.connection());
            // The backup of what is there, and SQLite's own journal while it replaces.
            long needed = present + Math.max(present, bytes) + Backups.MARGIN;
            Path folder = Backups.folderOf(database.path());
            long free = backups.freeIn(folder);
            if (free < needed) {
                throw ErrorCode.RESTORE_NO_SPACE.with(backup, needed, folder, free);
            }
            if (present == 0) {
                FileAccess.makeLike(database.path(), backup);
            }
        } catch (SQLException e) {
            throw lease.dialect().unusable(e, lease.connection()).isPresent()
                    ? overDamage(e, String.valueOf(e.getMessage()))
                    : ErrorCode.RESTORE_FAILED.causedBy(e, database.path(), e.getMessage());
        } catch (IOException e) {
            throw ErrorCode.RESTORE_FAILED.causedBy(e, database.path(), Reason.of(e));
        }
    }

    private void replace(List<String> warnings) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        int unexplained = 0;
        while (true) {
            Position position = backUp();
            Replacement outcome = attempt(position);
            switch (outcome) {
                case DONE -> {
                    return;
                }
                case OVERTAKEN ->
                    warnings.add("Others wrote to the database while it was being restored, so it was restored again."
                            + " What they wrote in the moment between the backup and the restore may be in no"
                            + " backup: stop the programs that use a database before restoring it.");
                case REFUSED -> {
                    unexplained++;
                    if (unexplained == UNEXPLAINED) {
                        throw ErrorCode.RESTORE_FAILED.with(
                                database.path(),
                                "SQLite did not write it and did not say why; see that the disk has room and that the"
                                        + " file and its folder can be written");
                    }
                }
                case LOCKED -> {
                    if (System.nanoTime() - deadline >= 0 || !pause()) {
                        throw ErrorCode.RESTORE_BUSY.with(database.path(), patience.toMillis() / 1000.0 + " seconds");
                    }
                }
            }
        }
    }

    private Replacement attempt(Position position) {
        try {
            return database.replace(lease.connection(), backup, position);
        } catch (SQLException e) {
            throw isWhereItStood(position)
                    ? ErrorCode.RESTORE_FAILED.causedBy(e, database.path(), e.getMessage())
                    : ErrorCode.RESTORE_UNCERTAIN.causedBy(
                            e,
                            database.path(),
                            e.getMessage(),
                            before.map(it -> " What it was is in " + it.file() + ".")
                                    .orElse(""));
        }
    }

    /** Asked on another connection, since the one that failed may be dead. */
    private boolean isWhereItStood(Position position) {
        try (Connection other = backups.beside(lease, database, database.url())) {
            return database.position(other).schema() == position.schema();
        } catch (SQLException | MigrationException e) {
            return false;
        }
    }

    /** Backs up what is there, unless nothing was written since it was, and says where the database stands. */
    private Position backUp() throws SQLException {
        try {
            lease.session().begin(TransactionKind.ORDINARY);
            Position position = database.position(lease.connection());
            if (!database.isEmpty(lease.connection()) && !backedUp.equals(Optional.of(position))) {
                Backup made = backups.make(lease, database, kept);
                kept.add(made.file());
                before = before.or(() -> Optional.of(made));
            }
            backedUp = Optional.of(position);
            return position;
        } catch (MigrationException e) {
            throw switch (e.code()) {
                case DATABASE_BUSY ->
                    ErrorCode.RESTORE_BUSY.causedBy(e, database.path(), patience.toMillis() / 1000.0 + " seconds");
                case NOT_A_DATABASE, DATABASE_DAMAGED -> overDamage(e, e.getMessage());
                default -> e;
            };
        } catch (SQLException e) {
            if (lease.dialect().unusable(e, lease.connection()).isPresent()) {
                throw overDamage(e, String.valueOf(e.getMessage()));
            }
            throw e;
        } finally {
            lease.session().rollback();
        }
    }

    private MigrationException overDamage(Exception cause, String why) {
        List<Path> files = new ArrayList<>(List.of(database.path()));
        files.addAll(database.companions());
        String moves = files.stream()
                .filter(Files::exists)
                .map(file -> "  mv '" + file.toString().replace("'", "'\\''") + "' '"
                        + file.toString().replace("'", "'\\''") + ".damaged'")
                .collect(Collectors.joining("\n"));
        return ErrorCode.RESTORE_OVER_DAMAGE.causedBy(cause, database.path(), why, moves);
    }

    private MigrationException unusable(String why, @Nullable Exception cause) {
        return cause == null
                ? ErrorCode.BACKUP_UNUSABLE.with(backup, why, choice())
                : ErrorCode.BACKUP_UNUSABLE.causedBy(cause, backup, why, choice());
    }

    /** The backups that there are, to choose one. */
    private String choice() {
        List<Backup> there = Backup.of(database.path());
        return there.isEmpty()
                ? "There is none beside the database."
                : "Beside the database are:\n"
                        + there.stream().map(it -> "  " + it.file()).collect(Collectors.joining("\n"));
    }

    /** Whether nobody asked this thread to stop. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
