package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.DatabaseFile;
import dev.mhc.migrations.error.MigrationException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The backup of one run: made under the write lock, before its first migration. Where several processes run the same plan,
 * the one that migrates first makes it.
 */
final class RunBackup {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final Optional<Backups> backups;
    private final MigrationListener listener;
    private Optional<Set<Path>> older = Optional.empty();
    private boolean overtaken;
    private boolean settled;

    /**
     * Nothing is made yet.
     *
     * @param backups empty where none is wanted
     */
    RunBackup(Optional<Backups> backups, MigrationListener listener) {
        this.backups = backups;
        this.listener = listener;
        this.settled = backups.isEmpty();
    }

    /** The run begins, before it has looked at the history: a backup that appears from now on is from before its plan. */
    void begin(Lease lease) throws SQLException {
        if (!settled && older.isEmpty()) {
            older = Optional.of(files(lease.dialect().file(lease.connection())));
        }
    }

    private static Set<Path> files(Optional<DatabaseFile> database) {
        Set<Path> files = new HashSet<>();
        try {
            database.ifPresent(it -> Backup.of(it.path()).forEach(backup -> files.add(backup.file())));
        } catch (MigrationException e) {
            // Whoever has nothing to run need not hear of it; making the backup meets it again.
            LOG.log(Level.DEBUG, "The backups cannot be listed", e);
        }
        return files;
    }

    /**
     * Makes it, unless that has been done. The write lock is held.
     *
     * @throws MigrationException if it cannot be made
     */
    void require(Lease lease) throws SQLException {
        if (settled) {
            return;
        }
        Optional<DatabaseFile> database = lease.dialect().file(lease.connection());
        if (database.isEmpty()) {
            LOG.log(
                    Level.DEBUG,
                    "No backup: the {0} database is no file",
                    lease.dialect().name());
        } else {
            makeOrFind(lease, database.get());
        }
        settled = true;
    }

    private void makeOrFind(Lease lease, DatabaseFile database) throws SQLException {
        Optional<Backup> others = madeByOthers(database);
        if (others.isPresent()) {
            listener.backupFound(others.get());
        } else if (!database.isEmpty(lease.connection())) {
            Backup made = backups.orElseThrow().make(lease, database, Set.of());
            LOG.log(Level.INFO, "backed up into {0}", made.file());
        }
    }

    /** Others have migrated since the run began. */
    void overtaken() {
        overtaken = true;
    }

    /** What those who were faster made before they ran the same plan: the oldest that appeared since this run began. */
    private Optional<Backup> madeByOthers(DatabaseFile database) {
        Set<Path> known = older.orElse(Set.of());
        return overtaken
                ? Backup.of(database.path()).stream()
                        .filter(backup -> !known.contains(backup.file()))
                        .reduce((newer, earlier) -> earlier)
                : Optional.empty();
    }
}
