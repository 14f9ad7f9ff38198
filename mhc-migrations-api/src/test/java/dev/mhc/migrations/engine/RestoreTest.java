package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreTest {

    private static final TestRegistry TWO = TestRegistry.app().table(1, "t1").table(2, "t2");

    @TempDir
    Path folder;

    private SqliteFile database;

    @BeforeEach
    void setUp() {
        database = SqliteFile.in(folder);
    }

    /** A backup of one table, and a database that has two. */
    private Backup oneOfTwo() {
        database.migrator(TestRegistry.app().table(1, "t1")).apply();
        Backup backup = database.migrator(TWO).backup();
        database.migrator(TWO).apply();
        return backup;
    }

    private Migrator impatient() {
        return database.builder(TWO).patience(Duration.ofMillis(300)).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void restore_bringsBackRowsSchemaAndHistory_andSaysWhatIsInEffect(String journalMode) throws Exception {
        database.execute("PRAGMA journal_mode = " + journalMode);
        Backup backup = oneOfTwo();
        byte[] kept = Files.readAllBytes(backup.file());
        database.execute("DELETE FROM t1");

        RestoreReport report = database.migrator(TWO).restore(backup.file());

        assertThat(report.inEffect()).extracting(MigrationStatus::version).containsExactly(1L);
        assertThat(report.from()).isEqualTo(backup.file());
        assertThat(report.warnings()).isEmpty();
        assertThat(database.tables()).containsExactly("mhc_history", "t1");
        assertThat(database.query("SELECT name FROM t1")).containsExactly("first");
        assertThat(database.history()).containsExactly("1|applied|app|1");
        assertThat(backup.file()).hasBinaryContent(kept);
        assertThat(database.migrator(TWO).apply().migrations()).hasSize(1);
    }

    @Test
    void restore_isUndoneByTheBackupThatItMade() throws Exception {
        Backup backup = oneOfTwo();
        database.execute("INSERT INTO t2 (name) VALUES ('written since')");

        RestoreReport report = database.migrator(TWO).restore(backup.file());
        Backup before = report.before().orElseThrow();
        database.migrator(TWO).restore(before.file());

        assertThat(database.query("SELECT name FROM t2")).containsExactly("first", "written since");
        assertThat(database.history()).hasSize(2);
    }

    @Test
    void theBackupThatIsRestored_isNeverRemoved_howeverOld() throws Exception {
        Backup oldest = oneOfTwo();
        for (int i = 1; i < Backups.KEPT; i++) {
            database.migrator(TWO).backup();
        }

        database.migrator(TWO).restore(oldest.file());

        assertThat(oldest.file()).exists();
        assertThat(database.tables()).doesNotContain("t2");
    }

    @Test
    void theBackupThatIsRestored_isNotRemoved_whenItIsNamedByWayOfALink() throws Exception {
        Backup oldest = oneOfTwo();
        for (int i = 1; i < Backups.KEPT; i++) {
            database.migrator(TWO).backup();
        }
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);

        database.migrator(TWO).restore(link.resolve(oldest.file().getFileName()));

        assertThat(oldest.file()).exists();
    }

    @Test
    void missingDatabase_isRestoredAsANewFile_withTheAccessOfTheBackup() throws Exception {
        Backup backup = oneOfTwo();
        Files.setPosixFilePermissions(backup.file(), PosixFilePermissions.fromString("rw-------"));
        Files.delete(database.path());

        RestoreReport report = database.migrator(TWO).restore(backup.file());

        assertThat(report.before()).isEmpty();
        assertThat(database.tables()).containsExactly("mhc_history", "t1");
        assertThat(Files.getPosixFilePermissions(database.path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void restoringWithoutRegistries_works() throws Exception {
        Backup backup = oneOfTwo();

        database.builder().build().restore(backup.file());

        assertThat(database.tables()).doesNotContain("t2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN IMMEDIATE", "BEGIN; SELECT COUNT(*) FROM t2"})
    void lockedDatabase_isNotRestored_andUnchanged(String lock) throws Exception {
        Backup backup = oneOfTwo();
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            for (String sql : lock.split("; ", -1)) {
                statement.execute(sql);
            }
            assertThatThrownBy(() -> impatient().restore(backup.file())).hasMessageContaining("[RestoreBusy]");
        }
        assertThat(database.query("SELECT name FROM t2")).containsExactly("first");
        assertThat(Backup.of(database.path())).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void restore_waitsUntilAReaderIsDone() throws Exception {
        Backup backup = oneOfTwo();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("SELECT COUNT(*) FROM t2");
            Future<RestoreReport> restore =
                    thread.submit(() -> database.migrator(TWO).restore(backup.file()));
            while (Backup.of(database.path()).size() < 2) {
                Thread.sleep(10);
            }
            statement.execute("COMMIT");

            assertThat(restore.get().before()).isPresent();
        } finally {
            thread.shutdownNow();
        }
        assertThat(database.tables()).doesNotContain("t2");
        assertThat(Backup.of(database.path()))
                .as("one backup, however many attempts")
                .hasSize(2);
    }

    @Test
    void readerUnderWal_keepsItsViewAndDoesNotHinder() throws Exception {
        database.execute("PRAGMA journal_mode = WAL");
        Backup backup = oneOfTwo();
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("SELECT COUNT(*) FROM t2");

            impatient().restore(backup.file());

            statement.execute("SELECT COUNT(*) FROM t2");
            statement.execute("COMMIT");
        }
        assertThat(database.tables()).doesNotContain("t2");
    }

    @Test
    void whatIsNoBackup_isRefused_andNothingChanges() throws Exception {
        Backup backup = oneOfTwo();
        byte[] whole = Files.readAllBytes(backup.file());
        Path text = Files.writeString(folder.resolve("text"), "A letter that somebody keeps.\n".repeat(500));
        Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, whole.length - 4096));
        Path empty = Files.createFile(folder.resolve("empty"));
        Path used = Files.write(folder.resolve("used"), whole);
        Files.writeString(folder.resolve("used-wal"), "pages that are not in it yet");
        byte[] before = database.bytes();

        for (Path file : List.of(text, cut, empty, used, database.path())) {
            assertThatThrownBy(() -> impatient().restore(file))
                    .as(file.toString())
                    .hasMessageContaining("[BackupUnusable] " + file)
                    .hasMessageContaining(backup.file().toString());
        }
        assertThatThrownBy(() -> impatient().restore(folder.resolve("gone")))
                .hasMessageContaining("[NoSuchBackup]")
                .hasMessageContaining(backup.file().toString());

        assertThat(database.bytes()).isEqualTo(before);
        assertThat(Backup.of(database.path())).containsExactly(backup);
    }

    @Test
    void databaseThatIsNoDatabaseAnyMore_isMovedAwayByTheCommandsInTheMessage() throws Exception {
        Backup backup = oneOfTwo();
        Files.writeString(database.path(), "overwritten by accident\n".repeat(300));
        byte[] found = database.bytes();

        assertThatThrownBy(() -> impatient().restore(backup.file()))
                .hasMessageContaining("[RestoreOverDamage]")
                .hasMessageContaining("mv '" + database.path() + "' '" + database.path() + ".damaged'");

        assertThat(database.bytes()).isEqualTo(found);
        Files.move(database.path(), folder.resolve("test.db.damaged"));
        impatient().restore(backup.file());
        assertThat(database.tables()).containsExactly("mhc_history", "t1");
    }

    @Test
    void otherPageSizeUnderWal_isRefusedWithAWayOut() throws Exception {
        database.execute("PRAGMA page_size = 1024", "VACUUM");
        Backup backup = oneOfTwo();
        database.execute("PRAGMA page_size = 8192", "VACUUM", "PRAGMA journal_mode = WAL");

        assertThatThrownBy(() -> impatient().restore(backup.file()))
                .hasMessageContaining("[RestoreFailed]")
                .hasMessageContaining("journal_mode = DELETE");

        assertThat(database.tables()).contains("t2");
        database.execute("PRAGMA journal_mode = DELETE");
        assertThat(impatient().restore(backup.file()).warnings()).isEmpty();
        assertThat(database.tables()).doesNotContain("t2");
    }

    @Test
    void tooLittleSpace_isSaidBeforeAnythingIsMade() throws Exception {
        Backup backup = oneOfTwo();
        Backups backups = new Backups(
                new Drivers(RestoreTest.class.getClassLoader()), where -> Backups.MARGIN, MigrationListener.NONE);
        try (Lease lease = Lease.of(database.dataSource(), Duration.ofSeconds(5), HistoryTable.DEFAULT_NAME)) {
            Restoration restoration = new Restoration(
                    lease,
                    lease.dialect().file(lease.connection()).orElseThrow(),
                    backup.file(),
                    backups,
                    new HistoryTable(HistoryTable.DEFAULT_NAME),
                    Duration.ofSeconds(1));

            assertThatThrownBy(restoration::run).hasMessageContaining("[RestoreNoSpace]");
        }
        assertThat(Backup.of(database.path())).containsExactly(backup);
        assertThat(database.tables()).contains("t2");
    }

    @Test
    void aFailureAfterTheDeed_isNoFailure() throws Exception {
        Backup backup = oneOfTwo();

        RestoreReport report = failing(false, false).restore(backup.file());

        assertThat(report.warnings()).isEmpty();
        assertThat(database.tables()).containsExactly("mhc_history", "t1");
    }

    @Test
    void aFailureInPlaceOfTheDeed_saysThatNothingWasChanged() throws Exception {
        Backup backup = oneOfTwo();

        assertThatThrownBy(() -> failing(true, true).restore(backup.file()))
                .hasMessageStartingWith("[RestoreFailed]")
                .hasMessageContaining("the line went dead")
                .hasMessageEndingWith("It is as it was.");

        assertThat(database.tables()).containsExactly("mhc_history", "t1", "t2");
    }

    @Test
    void aConnectionThatIsDeadAfterTheDeed_leavesItOpenWhetherItWasDone() throws Exception {
        Backup backup = oneOfTwo();

        assertThatThrownBy(() -> failing(false, true).restore(backup.file()))
                .hasMessageStartingWith("[RestoreUncertain]")
                .hasMessageContaining("the line went dead")
                .hasMessageContaining("Restore again. What it was is in " + database.path() + ".");

        assertThat(database.tables()).containsExactly("mhc_history", "t1");
    }

    /** With a connection that fails before or after the deed, once or from then on. */
    private Migrator failing(boolean before, boolean forGood) {
        InterceptedDataSource.Interceptor interceptor = new InterceptedDataSource.Interceptor() {
            private boolean dead;

            @Override
            public void before(String sql) throws SQLException {
                fail(dead || (before && sql.startsWith("restore from")));
            }

            @Override
            public void after(String sql) throws SQLException {
                fail(sql.startsWith("restore from"));
            }

            private void fail(boolean now) throws SQLException {
                if (now) {
                    dead = forGood;
                    throw new SQLException("the line went dead", "08006");
                }
            }
        };
        return Migrator.builder(InterceptedDataSource.of(database::connect, interceptor))
                .registries(List.of(TWO))
                .build();
    }
}
