package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.DatabaseFile;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.schema.ColumnType;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {

    private static final TestRegistry FIRST = TestRegistry.app().table(1, "t1");
    private static final TestRegistry TWO = TestRegistry.app().table(1, "t1").table(2, "t2");

    @TempDir
    Path folder;

    private SqliteFile database;
    private final List<Backup> heard = Collections.synchronizedList(new ArrayList<>());

    private final MigrationListener listener = new MigrationListener() {
        @Override
        public void backedUp(Backup backup, Duration duration) {
            heard.add(backup);
        }
    };

    @BeforeEach
    void setUp() {
        database = SqliteFile.in(folder);
    }

    private Migrator backingUp(TestRegistry... registries) {
        return database.builder(registries).backup(true).listener(listener).build();
    }

    private SqliteFile only() {
        assertThat(Backup.of(database.path())).hasSize(1);
        return new SqliteFile(Backup.of(database.path()).get(0).file());
    }

    @Test
    void apply_backsUpWhatWasThereBeforeItsFirstMigration() throws Exception {
        database.migrator(FIRST).apply();
        database.execute("INSERT INTO t1 (name) VALUES ('kept')");

        backingUp(TestRegistry.app().table(1, "t1").table(2, "t2").table(3, "t3"))
                .apply();

        assertThat(heard).isEqualTo(Backup.of(database.path()));
        assertThat(only().tables()).containsExactly("mhc_history", "t1");
        assertThat(only().query("SELECT name FROM t1")).containsExactly("first", "kept");
        assertThat(database.tables()).contains("t3");
    }

    @Test
    void rollback_backsUpWhatItIsAboutToLose() throws Exception {
        database.migrator(TWO).apply();

        backingUp(TWO).rollbackSteps(1);

        assertThat(database.tables()).doesNotContain("t2");
        assertThat(only().query("SELECT name FROM t2")).containsExactly("first");
    }

    @Test
    void nothingPending_newDatabase_orNotAskedFor_makesNone() throws Exception {
        backingUp(FIRST).apply();
        backingUp(FIRST).apply();
        backingUp(FIRST).plan();
        database.builder(TWO).listener(listener).build().apply();

        assertThat(heard).isEmpty();
        assertThat(Backup.of(database.path())).isEmpty();
    }

    @Test
    void failingMigration_leavesTheBackup() throws Exception {
        database.migrator(FIRST).apply();
        TestRegistry failing = TestRegistry.app()
                .table(1, "t1")
                .irreversible(2, "Fail", "test", schema -> schema.sql("INSERT INTO nowhere VALUES (1)"));

        assertThatThrownBy(() -> backingUp(failing).apply()).hasMessageContaining("[StatementFailed]");

        assertThat(only().bytes()).hasSameSizeAs(database.bytes());
    }

    @Test
    void whoTriesTheSameAgainAndAgain_keepsTheBackupFromBeforeTheFirstTime() throws SQLException {
        database.execute(
                "CREATE TABLE precious (id INTEGER PRIMARY KEY, name TEXT)", "INSERT INTO precious VALUES (1, 'x')");
        TestRegistry failing = TestRegistry.app()
                .reversible(1, "Know", schema -> {}, schema -> {})
                .reversible(2, "Drop the names", s -> s.alterTable("precious", t -> t.dropColumn("name")), s -> {})
                .reversible(3, "Fail", s -> s.sql("INSERT INTO nowhere VALUES (1)"), s -> {});
        Migrator migrator = database.builder(failing).backup(true).build();
        migrator.baseline("app", 1);

        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(migrator::apply).hasMessageContaining("[StatementFailed] Migration 3 (Fail)");
        }

        assertThat(migrator.backups()).hasSize(2);
        Backup oldest = migrator.backups().get(1);
        assertThat(new SqliteFile(oldest.file()).query("SELECT name FROM precious"))
                .containsExactly("x");
    }

    @Test
    void inMemoryDatabase_isMigratedWithoutABackup_andCannotBeBackedUp() throws Exception {
        try (Connection keepsIt = DriverManager.getConnection("jdbc:sqlite:file:m1?mode=memory&cache=shared")) {
            var dataSource = InterceptedDataSource.plain(
                    () -> DriverManager.getConnection("jdbc:sqlite:file:m1?mode=memory&cache=shared"));
            Migrator.builder(dataSource).registries(List.of(FIRST)).build().apply();
            Migrator migrator = Migrator.builder(dataSource)
                    .registries(List.of(TWO))
                    .backup(true)
                    .listener(listener)
                    .build();

            assertThat(migrator.apply().migrations()).hasSize(1);
            assertThat(heard).isEmpty();
            assertThatThrownBy(migrator::backup).hasMessageContaining("[NoDatabaseFile]");
            assertThat(keepsIt.isClosed()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void sixteenAtOnce_makeOne(String journalMode) throws Exception {
        database.execute("PRAGMA journal_mode = " + journalMode);
        database.migrator(FIRST).apply();
        TestRegistry registry = TestRegistry.app();
        for (int version = 1; version <= 8; version++) {
            registry.table(version, "t" + version);
        }
        CountDownLatch planned = new CountDownLatch(16);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (Connection holder = database.connect();
                Statement lock = holder.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");
            List<Future<MigrationReport>> running = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                running.add(threads.submit(() -> database.builder(registry)
                        .backup(true)
                        .listener(new MigrationListener() {
                            @Override
                            public void planned(MigrationPlan plan) {
                                planned.countDown();
                            }

                            @Override
                            public void backedUp(Backup backup, Duration duration) {
                                heard.add(backup);
                            }
                        })
                        .build()
                        .apply()));
            }
            planned.await();
            lock.execute("ROLLBACK");
            for (Future<MigrationReport> run : running) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(heard).hasSize(1);
        assertThat(only().tables()).containsExactly("mhc_history", "t1");
        assertThat(database.history()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void writersDuringBackups_loseNothing_andEveryBackupIsOneState(String journalMode) throws Exception {
        database.execute(
                "PRAGMA journal_mode = " + journalMode,
                "CREATE TABLE account (id INTEGER PRIMARY KEY, amount INTEGER)",
                "INSERT INTO account VALUES (1, 500), (2, 500)",
                "CREATE TABLE filler (b)",
                "INSERT INTO filler VALUES (randomblob(2000000))");
        AtomicBoolean stop = new AtomicBoolean();
        Callable<Integer> writer = () -> {
            int written = 0;
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 60000");
                while (!stop.get()) {
                    statement.execute("BEGIN IMMEDIATE");
                    statement.execute("UPDATE account SET amount = amount - 1 WHERE id = 1");
                    statement.execute("UPDATE account SET amount = amount + 1 WHERE id = 2");
                    statement.execute("COMMIT");
                    written++;
                    // SQLite does not queue: writers that never pause would keep everybody else out.
                    Thread.sleep(20);
                }
            }
            return written;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> writers = List.of(threads.submit(writer), threads.submit(writer));
            for (int i = 0; i < Backups.KEPT; i++) {
                database.migrator(FIRST).backup();
            }
            stop.set(true);
            int written = writers.get(0).get() + writers.get(1).get();
            assertThat(database.query("SELECT amount FROM account ORDER BY id"))
                    .containsExactly(String.valueOf(500 - written), String.valueOf(500 + written));
        } finally {
            threads.shutdownNow();
        }
        assertThat(Backup.of(database.path()))
                .hasSizeBetween(1, Backups.KEPT)
                .allSatisfy(backup -> assertThat(new SqliteFile(backup.file()).query("SELECT SUM(amount) FROM account"))
                        .containsExactly("1000"));
    }

    @Test
    void sevenBackups_leaveTheNewestFive_andNothingOfAnotherDatabase() throws Exception {
        database.migrator(FIRST).apply();
        List<Path> others = List.of(
                folder.resolve("test.db.backup"),
                folder.resolve("test.db.20200101-000000-000.backup.old"),
                folder.resolve("test.db.20200199-000000-000.backup"),
                folder.resolve("test.db.copy.20200101-000000-000.backup"),
                folder.resolve("other.db.20200101-000000-000.backup"));
        for (Path other : others) {
            Files.writeString(other, "not ours");
        }
        List<Path> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            database.execute("INSERT INTO t1 (name) VALUES ('another')");
            made.add(0, database.migrator(FIRST).backup().file());
        }

        assertThat(Backup.of(database.path()).stream().map(Backup::file)).containsExactlyElementsOf(made.subList(0, 5));
        assertThat(database.migrator(FIRST).backups()).isEqualTo(Backup.of(database.path()));
        assertThat(others).allSatisfy(other -> assertThat(other).hasContent("not ours"));
    }

    @Test
    void backupsOrder_survivesAClockThatWasSetBack() throws Exception {
        database.migrator(FIRST).apply();
        Path future = Files.writeString(folder.resolve("test.db.29991231-235959-999.backup"), "from the future");

        Backup made = database.migrator(FIRST).backup();

        assertThat(Backup.of(database.path()).stream().map(Backup::file)).containsExactly(made.file(), future);
    }

    @Test
    void backupThatCannotBeDeleted_isAWarning() throws Exception {
        database.migrator(FIRST).apply();
        for (int day = 1; day <= 5; day++) {
            Files.writeString(folder.resolve("test.db.2020010" + day + "-000000-000.backup"), "old");
        }
        Path oldest = folder.resolve("test.db.20200101-000000-000.backup");
        Files.delete(oldest);
        Files.createDirectories(oldest.resolve("in the way"));

        database.migrator(FIRST).backup();

        assertThat(oldest).isDirectory();
        assertThat(Backup.of(database.path())).hasSize(5);
    }

    @Test
    void unfinishedBackup_ofAKilledProcess_isRemovedByTheNext() throws Exception {
        database.migrator(FIRST).apply();
        Path stale = Files.writeString(folder.resolve("test.db.20200101-000000-000.backup.tmp"), "half");
        Path journal = Files.writeString(folder.resolve("test.db.20200101-000000-000.backup.tmp-journal"), "half");

        database.migrator(FIRST).backup();

        assertThat(stale).doesNotExist();
        assertThat(journal).doesNotExist();
        assertThat(Backup.of(database.path())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-rw-"})
    void backup_mayBeReadByWhoMayReadTheDatabase(String permissions) throws Exception {
        database.migrator(FIRST).apply();
        Set<PosixFilePermission> expected = PosixFilePermissions.fromString(permissions);
        Files.setPosixFilePermissions(database.path(), expected);

        Backup made = database.migrator(FIRST).backup();

        assertThat(Files.getPosixFilePermissions(made.file())).isEqualTo(expected);
    }

    @Test
    void tooLittleSpace_isSaidWithNumbers_beforeAnythingIsMade() throws Exception {
        database.migrator(FIRST).apply();
        List<Path> before = files();
        Backups backups = new Backups(new Drivers(loader()), where -> 1_000_000, MigrationListener.NONE);
        try (Lease lease = Lease.of(database.dataSource(), Duration.ofSeconds(5), HistoryTable.DEFAULT_NAME)) {
            DatabaseFile file = lease.dialect().file(lease.connection()).orElseThrow();
            lease.session().begin(TransactionKind.ORDINARY);

            assertThatThrownBy(() -> backups.make(lease, file, Set.of()))
                    .hasMessageContaining("[BackupNoSpace]")
                    .hasMessageContaining(folder + " has 1000000 bytes free")
                    .hasMessageContaining(String.valueOf(file.bytes(lease.connection()) + Backups.MARGIN))
                    .hasMessageContaining("-Dmhc.backup=false");
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void driverThatDidNotConnect_isNotUsed() throws Exception {
        database.migrator(FIRST).apply();
        Backups backups = new Backups(
                new Drivers(ClassLoader.getPlatformClassLoader()),
                Backups.FreeSpace.OF_FILE_STORE,
                MigrationListener.NONE);
        try (Lease lease = Lease.of(database.dataSource(), Duration.ofSeconds(5), HistoryTable.DEFAULT_NAME)) {
            DatabaseFile file = lease.dialect().file(lease.connection()).orElseThrow();
            lease.session().begin(TransactionKind.ORDINARY);

            assertThatThrownBy(() -> backups.make(lease, file, Set.of())).hasMessageContaining("[BackupFailed]");
        }
        assertThat(files()).containsExactly(database.path());
    }

    @Test
    void damagedDatabase_isNotMigrated_andTheDamageIsNamed() throws Exception {
        database.migrator(FIRST).apply();
        database.execute(
                "CREATE TABLE b (v)",
                "CREATE INDEX ix_b ON b (v) WHERE v > 100",
                "INSERT INTO b VALUES (1)",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = 'CREATE INDEX ix_b ON b (v)' WHERE name = 'ix_b'");

        assertThatThrownBy(() -> backingUp(TWO).apply())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_DAMAGED))
                .hasMessageContaining("ix_b");

        assertThat(database.history()).hasSize(1);
        assertThat(files()).containsExactly(database.path());
    }

    @Test
    void damagedPages_stopTheBackup() throws Exception {
        database.migrator(TestRegistry.app()
                        .reversible(
                                1,
                                "Many",
                                schema -> {
                                    schema.createTable("many", t -> t.column("v", ColumnType.text()));
                                    schema.sql(
                                            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"
                                                    + " 2000) INSERT INTO many SELECT 'row ' || i FROM n");
                                },
                                schema -> schema.dropTable("many")))
                .apply();
        try (RandomAccessFile file = new RandomAccessFile(database.path().toFile(), "rw")) {
            file.seek(file.length() - 8192);
            file.write(new byte[4096]);
        }

        assertThatThrownBy(() -> database.migrator(FIRST).backup()).hasMessageContaining("[DatabaseDamaged]");

        assertThat(files()).containsExactly(database.path());
    }

    @Test
    void emptyDatabase_hasNothingToBackUp() throws Exception {
        database.execute("CREATE TABLE t (a)", "DROP TABLE t");

        assertThatThrownBy(() -> database.migrator(FIRST).backup()).hasMessageContaining("[NothingToBackUp]");
    }

    @Test
    void backup_waitsForAWriter_untilThePatienceEnds() throws Exception {
        database.migrator(FIRST).apply();
        try (Connection holder = database.connect();
                Statement lock = holder.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> database.builder(FIRST)
                            .patience(Duration.ofMillis(100))
                            .build()
                            .backup())
                    .hasMessageContaining("[DatabaseBusy]");
        }
        assertThat(files()).containsExactly(database.path());
    }

    @Test
    void poolOfOne_suffices() throws Exception {
        database.migrator(FIRST).apply();
        try (Connection single = database.connect()) {
            AtomicBoolean lent = new AtomicBoolean();
            var dataSource = InterceptedDataSource.plain(() -> {
                assertThat(lent.getAndSet(true))
                        .as("a second connection was asked for")
                        .isFalse();
                return unclosable(single, () -> lent.getAndSet(false));
            });
            Migrator.builder(dataSource)
                    .registries(List.of(TWO))
                    .backup(true)
                    .build()
                    .apply();
            Migrator.builder(dataSource).registries(List.of(TWO)).build().backup();
        }
        assertThat(Backup.of(database.path())).hasSize(2);
    }

    @Test
    void connectionsThatCannotBeClosed_hinderNothing() throws Exception {
        database.migrator(FIRST).apply();
        try (Connection single = database.connect()) {
            var dataSource = InterceptedDataSource.plain(() -> unclosable(single, () -> {
                throw new SQLException("the pool is gone");
            }));
            Migrator migrator =
                    Migrator.builder(dataSource).registries(List.of(TWO)).build();

            Backup backup = migrator.backup();
            assertThat(migrator.backups()).containsExactly(backup);
            assertThat(migrator.restore(backup.file()).warnings()).isEmpty();
        }
    }

    private static Connection unclosable(Connection connection, Callable<?> onClose) {
        return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                BackupTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        onClose.call();
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static ClassLoader loader() {
        return BackupTest.class.getClassLoader();
    }
}
