package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mhc.migrations.engine.Backup;
import dev.mhc.migrations.engine.MigrationPlan;
import dev.mhc.migrations.engine.PlannedMigration;
import dev.mhc.migrations.engine.PlannedMigration.Direction;
import dev.mhc.migrations.operation.OperationRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the machine's own tools against a real server that asks for a password. */
final class PostgresqlBackupsTest {

    private static final Credentials CREDENTIALS = new Credentials("the test", "scott", PasswordServer.PASSWORD);
    private static final String TABLES =
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1";

    private static final LockTable LOCKS = new LockTable(1, 64, 100);

    private static PasswordServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = PasswordServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void wrongPassword_isToldWithItsOriginAndWithoutItself() throws Exception {
        DatabaseUrl url = server.create("locked");
        Credentials wrong = new Credentials("server shop of settings.xml", "scott", "wr0ng-secret");

        assertThatThrownBy(() -> PasswordServer.data(url, wrong).getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed for user \"scott\"")
                .hasMessageContaining("The credentials came from server shop of settings.xml.")
                .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("wr0ng-secret"));
        assertThatThrownBy(() -> PasswordServer.data(url, new Credentials("MHC_USER", "scott", null))
                        .getConnection())
                .hasMessageContaining("The credentials came from MHC_USER.");
    }

    @Test
    void missingDatabaseAndServer_areToldWithTheWayOut() throws Exception {
        DatabaseUrl url = server.create("there");
        DatabaseUrl missing = new DatabaseUrl(url.jdbcUrl() + "_not", Optional.empty());
        DatabaseUrl unknown = new DatabaseUrl("jdbc:postgresql://host.example.invalid/db", Optional.empty());

        assertThatThrownBy(() -> PasswordServer.data(missing, CREDENTIALS).getConnection())
                .hasMessageContaining("createdb");
        assertThatThrownBy(() -> PasswordServer.data(unknown, CREDENTIALS).getConnection())
                .hasMessageContaining("The host host.example.invalid is not known.");
    }

    @Test
    void backup_isComplete_ownerOnly_andKeptOutOfVersionControl() throws Exception {
        assumeTools();
        DatabaseUrl url = server.create("My shop-1.x");
        server.asScott(url, "CREATE TABLE t (a int)", "INSERT INTO t VALUES (1)");

        Backup backup = backups(url).make(Set.of());

        assertThat(backup.file().getFileName().toString())
                .matches("localhost-\\d+-My%20shop%2d1\\.x\\.\\d{8}-\\d{6}-\\d{3}\\.backup");
        assertThat(backup.bytes()).isPositive();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.file())))
                .isEqualTo("rw-------");
        assertThat(backup.file().resolveSibling(".gitignore")).hasContent("*");
        assertThat(backups(url).list()).containsExactly(backup);
        try (var files = Files.list(backup.file().getParent())) {
            assertThat(files.map(it -> it.getFileName().toString())).noneMatch(it -> it.endsWith(".tmp"));
        }
    }

    @Test
    void emptyDatabase_isNotBackedUp() throws Exception {
        assumeTools();
        DatabaseUrl url = server.create("empty");

        assertThat(backups(url).server().isEmpty()).isTrue();
        assertThatThrownBy(() -> backups(url).make(Set.of())).hasMessageStartingWith("[NothingToBackUp]");
    }

    @Test
    void newestFive_stay_andTheOneInUse() throws Exception {
        assumeTools();
        DatabaseUrl url = server.create("many");
        server.asScott(url, "CREATE TABLE t (a int)");
        Backup first = backups(url).make(Set.of());
        for (int i = 0; i < 4; i++) {
            backups(url).make(Set.of());
        }
        backups(url).make(Set.of(first.file()));
        assertThat(backups(url).list()).hasSize(6).contains(first);

        backups(url).make(Set.of());
        assertThat(backups(url).list()).hasSize(5).doesNotContain(first);
    }

    @Test
    void restore_makesTheDatabaseWhatItWas_whateverCameAfterwards() throws Exception {
        assumeTools();
        DatabaseUrl url = server.create("shop");
        server.asScott(
                url,
                "CREATE SCHEMA extra",
                "CREATE TYPE mood AS ENUM ('good', 'bad')",
                "CREATE TABLE users (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, mood mood, name text)",
                "CREATE TABLE extra.notes (user_id bigint REFERENCES users, text text)",
                "CREATE VIEW names AS SELECT name FROM users",
                "INSERT INTO users (mood, name) VALUES ('good', 'Ann'), ('bad', 'Bo''b')",
                "INSERT INTO extra.notes VALUES (1, 'one')");
        Backup backup = backups(url).make(Set.of());
        server.asScott(
                url,
                "CREATE TABLE later (user_id bigint REFERENCES users)",
                "CREATE SCHEMA new_one",
                "CREATE TABLE new_one.t (mood mood)",
                "CREATE FUNCTION of_mood(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE DOMAIN email AS text",
                "CREATE SEQUENCE counter",
                "ALTER TABLE users DROP COLUMN name CASCADE",
                "DELETE FROM extra.notes");

        PostgresqlBackups backups = backups(url);
        PostgresqlRestore restore = new PostgresqlRestore(url, backups.server(), backups.tools());
        assertThat(restore.check(backup.file())).isEmpty();
        assertThat(restore.run(backup.file(), PasswordServer.data(url, CREDENTIALS)))
                .isEmpty();

        assertThat(server.asScott(url, TABLES)).isEqualTo("users");
        assertThat(server.asScott(url, "SELECT name FROM names ORDER BY 1")).isEqualTo("Ann\nBo'b");
        assertThat(server.asScott(url, "SELECT text FROM extra.notes")).isEqualTo("one");
        assertThat(server.asScott(url, "INSERT INTO users (name) VALUES ('C') RETURNING id"))
                .isEqualTo("3");
        assertThat(server.asScott(
                        url,
                        "SELECT nspname FROM pg_namespace WHERE nspname = 'new_one' UNION ALL"
                                + " SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace UNION ALL"
                                + " SELECT typname FROM pg_type WHERE typname = 'email' UNION ALL"
                                + " SELECT relname FROM pg_class WHERE relname = 'counter'"))
                .isEmpty();
    }

    @Test
    void restoreOfDamagedFile_changesNothing() throws Exception {
        assumeTools();
        DatabaseUrl url = server.create("damaged");
        server.asScott(
                url,
                "CREATE TABLE t AS SELECT i, md5(i::text) AS text FROM generate_series(1, 20000) i",
                "CREATE INDEX ON t (i)");
        PostgresqlBackups backups = backups(url);
        Path backup = backups.make(Set.of()).file();
        byte[] whole = Files.readAllBytes(backup);
        Path truncated = folder.resolve("truncated.backup");
        Files.write(truncated, java.util.Arrays.copyOf(whole, whole.length / 2));
        Path none = Files.writeString(folder.resolve("text.backup"), "SELECT 1;");
        PostgresqlRestore restore = new PostgresqlRestore(url, backups.server(), backups.tools());

        for (Path file : List.of(truncated, none)) {
            assertThatThrownBy(() -> restore.check(file))
                    .hasMessageStartingWith("[UnreadableBackup]")
                    .hasMessageContaining(file.toString());
        }
        // Even unchecked it is all or nothing.
        assertThatThrownBy(() -> restore.run(truncated, PasswordServer.data(url, CREDENTIALS)))
                .hasMessageStartingWith("[RestoreFailed]");
        assertThat(server.asScott(url, "SELECT count(*) FROM t")).isEqualTo("20000");
    }

    @Test
    void restoreThatTheServerRefuses_leavesTheDatabaseAsItWas() throws Exception {
        assumeTools();
        DatabaseUrl url = server.create("refused");
        server.asScott(url, "CREATE TABLE t (a int)", "INSERT INTO t VALUES (7)");
        Path backup = backups(url).make(Set.of()).file();
        // The file is whole; that this user may not write at the moment, only the server can say.
        DatabaseUrl other = server.create("refused_too");
        server.asScott(other, "CREATE TABLE kept (a int)", "INSERT INTO kept VALUES (8)");
        PostgresqlBackups backups = backups(other);
        PostgresqlRestore restore = new PostgresqlRestore(other, backups.server(), backups.tools());
        assertThat(restore.check(backup)).contains("refused");
        try (Connection holder = PasswordServer.data(other, CREDENTIALS).getConnection();
                var statement = holder.createStatement()) {
            statement.execute("ALTER ROLE scott SET default_transaction_read_only = on");
            assertThatThrownBy(() -> restore.run(backup, PasswordServer.data(other, CREDENTIALS)))
                    .hasMessageStartingWith("[RestoreFailed]");
            statement.execute("ALTER ROLE scott RESET default_transaction_read_only");
        }

        assertThat(server.asScott(other, "SELECT a FROM kept")).isEqualTo("8");
    }

    @Test
    void noPassword_isOnACommandLineOrInABackup() throws Exception {
        assumeTools();
        DatabaseUrl url = server.create("secret");
        server.asScott(url, "CREATE TABLE t (a int)");
        Backup backup = backups(url).make(Set.of());

        assertThat(new String(Files.readAllBytes(backup.file()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(PasswordServer.PASSWORD);
        Credentials wrong = new Credentials("the test", "scott", "wr0ng-secret");
        PostgresqlBackups locked = PostgresqlBackups.of(url, wrong, backups(url).server(), settings());
        assertThatThrownBy(() -> locked.make(Set.of()))
                .hasMessageStartingWith("[BackupFailed]")
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("wr0ng-secret");
        assertThat(locked.list()).containsExactly(backup);
    }

    @Test
    void toolThatTellsItsEnvironment_doesNotTellThePassword() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("pg_dump", "pg_restore")) {
            Files.writeString(
                    bin.resolve(tool),
                    "#!/bin/sh\n[ \"$1\" = --version ] && { echo '" + tool
                            + " 99.1'; exit 0; }\nenv; env >&2; exit 1\n");
            Files.setPosixFilePermissions(bin.resolve(tool), PosixFilePermissions.fromString("rwx------"));
        }
        DatabaseUrl url = server.create("told");
        server.asScott(url, "CREATE TABLE t (a int)");
        BackupSettings settings = new BackupSettings(folder.resolve("mhc-backups"), Optional.of(bin));

        assertThatThrownBy(() -> PostgresqlBackups.of(url, CREDENTIALS, reached(url), settings)
                        .make(Set.of()))
                .hasMessageStartingWith("[BackupFailed]")
                .hasMessageContaining("PGPASSWORD=***")
                .hasMessageNotContaining(PasswordServer.PASSWORD);
    }

    @Test
    void rollbackPreview_countsInOtherSchemas() throws Exception {
        DatabaseUrl url = server.create("preview");
        server.asScott(
                url,
                "CREATE SCHEMA sales",
                "CREATE TABLE sales.orders (id int, \"Note\" text)",
                "INSERT INTO sales.orders VALUES (1, 'a'), (2, NULL)");
        PlannedMigration down = new PlannedMigration(
                "app", 7, "Orders", "app.M7", "0".repeat(64), Direction.DOWN, OperationRecorder.record(schema -> {
                    schema.alterTable("sales.orders", t -> t.dropColumn("Note"));
                    schema.dropTable("sales.orders");
                    schema.dropTable("orders");
                }));

        assertThat(RollbackPreview.lines(
                        new MigrationPlan(List.of(down), List.of()), PasswordServer.data(url, CREDENTIALS), false))
                .containsExactly(
                        "will roll back  7  Orders",
                        "  drops column sales.orders.Note (1 value)",
                        "  drops table sales.orders (2 rows)",
                        "  drops table orders");
    }

    @Test
    void toolsThatAreNotThere_areNamedWithTheWayOut() throws Exception {
        DatabaseUrl url = server.create("no_tools");
        PostgresqlServer reached = reached(url);

        assertThatThrownBy(() -> PostgresqlBackups.of(
                        url, CREDENTIALS, reached, new BackupSettings(folder, Optional.of(folder))))
                .hasMessageStartingWith("[MissingTool]")
                .hasMessageContaining("pg_dump")
                .hasMessageContaining("-Dmhc.pgBin=");
    }

    @Test
    void toolOlderThanTheServer_isNamedWithBothVersions() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("pg_dump", "pg_restore")) {
            Files.writeString(bin.resolve(tool), "#!/bin/sh\necho '" + tool + " (PostgreSQL) 9.6.24'\n");
            Files.setPosixFilePermissions(bin.resolve(tool), PosixFilePermissions.fromString("rwx------"));
        }
        DatabaseUrl url = new DatabaseUrl("jdbc:postgresql:db", Optional.empty());
        PostgresqlServer newer = new PostgresqlServer("scott", "db", "17.4 (Debian 17.4-1)", false, LOCKS);

        assertThatThrownBy(() ->
                        PostgresqlBackups.of(url, CREDENTIALS, newer, new BackupSettings(folder, Optional.of(bin))))
                .hasMessageStartingWith("[OldTool]")
                .hasMessageContaining("17.4")
                .hasMessageContaining("9.6")
                .hasMessageContaining("version 17 or newer");
    }

    @Test
    void urlIsToldToTheToolsByTheirOwnVariables() throws Exception {
        PostgresqlServer reached = new PostgresqlServer("scott", "db", "17.4", false, LOCKS);
        Map<String, String> variables = ToolEnvironment.of(
                new DatabaseUrl(
                        "jdbc:postgresql://[::1]:7/x?ssl=true&sslrootcert=/a%20b&currentSchema=s", Optional.empty()),
                CREDENTIALS,
                reached);

        assertThat(variables)
                .containsEntry("PGHOST", "::1")
                .containsEntry("PGPORT", "7")
                .containsEntry("PGDATABASE", "db")
                .containsEntry("PGUSER", "scott")
                .containsEntry("PGSSLMODE", "verify-full")
                .containsEntry("PGSSLROOTCERT", "/a b")
                .containsEntry("PGPASSWORD", PasswordServer.PASSWORD);
        for (String url : List.of("//a,b/d", "//a/d?service=s", "//a/d?sslkey=/k.pk8", "//a/d?localSocketAddress=x")) {
            assertThatThrownBy(() -> ToolEnvironment.of(
                            new DatabaseUrl("jdbc:postgresql:" + url, Optional.empty()), CREDENTIALS, reached))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageStartingWith("[UrlNotForTools]");
        }
        assertThat(ToolEnvironment.isForeign("PGHOSTADDR")).isTrue();
        assertThat(ToolEnvironment.isForeign("PGPASSFILE")).isFalse();
        assertThat(ToolEnvironment.isForeign("PATH")).isFalse();
    }

    @Test
    void unfinishedBackup_isNoBackup() throws Exception {
        assumeTools();
        DatabaseUrl url = server.create("killed");
        server.asScott(url, "CREATE TABLE t (a int)");
        Backup backup = backups(url).make(Set.of());
        Path left = Path.of(backup.file() + ".tmp");
        Files.write(left, new byte[] {1}, StandardOpenOption.CREATE_NEW);
        assertThat(backups(url).list()).containsExactly(backup);

        Files.setLastModifiedTime(left, java.nio.file.attribute.FileTime.fromMillis(0));
        backups(url).make(Set.of());
        assertThat(left).doesNotExist();
    }

    private PostgresqlBackups backups(DatabaseUrl url) throws Exception {
        return PostgresqlBackups.of(url, CREDENTIALS, reached(url), settings());
    }

    private BackupSettings settings() {
        return new BackupSettings(folder.resolve("mhc-backups"), Optional.empty());
    }

    private static PostgresqlServer reached(DatabaseUrl url) throws SQLException {
        try (Connection connection = PasswordServer.data(url, CREDENTIALS).getConnection()) {
            return PostgresqlServer.at(connection);
        }
    }

    private static void assumeTools() {
        try {
            new PostgresqlTools(Optional.empty(), Map.of()).require(List.of("pg_dump", "pg_restore", "psql"), "15");
        } catch (MojoExecutionException e) {
            assumeTrue(false, e.getMessage());
        }
    }
}
