package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restore by an ordinary owner replaces, and what it leaves; judged by what pg_dump says of the database. */
final class PostgresqlRestoreTest {

    private static final Credentials CREDENTIALS = new Credentials("the test", "scott", PasswordServer.PASSWORD);

    /** One of each, in a schema; its publication has another name in each. */
    private static final List<String> ALL_KINDS = List.of(
            "CREATE TYPE $s.span AS RANGE (subtype = int8, multirange_type_name = $s.spans)",
            "CREATE TYPE $s.pair AS (a int, b text)",
            "CREATE TYPE $s.mood AS ENUM ('ok', 'not ok')",
            "CREATE DOMAIN $s.positive AS int CHECK (VALUE > 0)",
            "CREATE FUNCTION $s.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE FUNCTION $s.as_text($s.mood) RETURNS text LANGUAGE sql AS 'SELECT ''x'''",
            "CREATE PROCEDURE $s.work() LANGUAGE sql AS 'SELECT 1'",
            "CREATE AGGREGATE $s.total(int) (SFUNC = int4pl, STYPE = int)",
            "CREATE TABLE $s.t (id serial PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY, long text, span $s.span,"
                    + " many $s.spans, pair $s.pair, mood $s.mood, p $s.positive, EXCLUDE USING gist (span WITH &&))",
            "INSERT INTO $s.t (long, span, mood) VALUES (repeat('x', 9000), '[1,5)', 'ok')",
            "CREATE CONSTRAINT TRIGGER later AFTER INSERT ON $s.t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION $s.touch()",
            "CREATE STATISTICS $s.related ON n, id FROM $s.t",
            "CREATE TABLE $s.parted (a int PRIMARY KEY, b text) PARTITION BY RANGE (a)",
            "CREATE TABLE $s.part1 PARTITION OF $s.parted FOR VALUES FROM (0) TO (10)",
            "CREATE INDEX ON $s.parted (b)",
            "INSERT INTO $s.parted VALUES (1, 'one')",
            "CREATE VIEW $s.v AS SELECT * FROM $s.t",
            "CREATE MATERIALIZED VIEW $s.mv AS SELECT a FROM $s.parted",
            "CREATE SEQUENCE $s.counter",
            "CREATE COLLATION $s.plain FROM \"C\"",
            "CREATE OPERATOR $s.=== (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int)",
            "CREATE OPERATOR $s.!! (FUNCTION = int4um, RIGHTARG = int)",
            "CREATE CONVERSION $s.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
            "CREATE TEXT SEARCH CONFIGURATION $s.words (COPY = pg_catalog.simple)",
            "CREATE TEXT SEARCH DICTIONARY $s.dict (TEMPLATE = pg_catalog.simple)",
            "CREATE CAST ($s.mood AS text) WITH FUNCTION $s.as_text($s.mood)",
            "CREATE PUBLICATION of_$s FOR TABLE $s.t",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA $s GRANT SELECT ON TABLES TO reader",
            "SELECT lo_from_bytea(0, 'large')");

    private static PasswordServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = PasswordServer.start(Map.of("max_locks_per_transaction", "20", "max_connections", "20"));
        server.asSuperuser("postgres", "CREATE ROLE reader");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void assumeTools() {
        try {
            new PostgresqlTools(Optional.empty(), Map.of()).require(List.of("pg_dump", "pg_restore", "psql"), "15");
        } catch (MojoExecutionException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    private PostgresqlBackups backups(DatabaseUrl url) throws Exception {
        try (Connection connection = PasswordServer.data(url, CREDENTIALS).getConnection()) {
            return PostgresqlBackups.of(
                    url,
                    CREDENTIALS,
                    PostgresqlServer.at(connection),
                    new BackupSettings(folder.resolve("mhc-backups"), Optional.empty()));
        }
    }

    private Path backUp(DatabaseUrl url) throws Exception {
        return backups(url).make(Set.of()).file();
    }

    private List<String> restore(DatabaseUrl url, Path backup) throws Exception {
        PostgresqlBackups backups = backups(url);
        return new PostgresqlRestore(url, backups.server(), backups.tools())
                .run(backup, PasswordServer.data(url, CREDENTIALS));
    }

    /** All that is in the database, as SQL; the key that newer releases write has another value each time. */
    private List<String> dump(DatabaseUrl url) throws Exception {
        Path file = folder.resolve("dump.sql");
        assertThat(backups(url)
                        .tools()
                        .run(List.of("pg_dump", "--file=" + file))
                        .said())
                .isEmpty();
        return Files.readAllLines(file).stream()
                .filter(line -> !line.contains("restrict ") && !line.isBlank() && !line.startsWith("--"))
                .toList();
    }

    private static void fill(DatabaseUrl url) throws SQLException {
        server.asScott(
                url,
                "CREATE TABLE users (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name text)",
                "INSERT INTO users (name) VALUES ('Ann'), ('Bob')");
    }

    private static void makeAllKinds(DatabaseUrl url, String schema) throws SQLException {
        server.asScott(
                url, ALL_KINDS.stream().map(sql -> sql.replace("$s", schema)).toArray(String[]::new));
    }

    @Test
    void extensionsOfASuperuser_stay_andAllElseIsWhatItWas() throws Exception {
        DatabaseUrl url = server.create("extended");
        fill(url);
        server.asSuperuser(
                "extended",
                "CREATE EXTENSION citext",
                "CREATE SCHEMA \"Ext 1\"",
                "CREATE EXTENSION \"uuid-ossp\" SCHEMA \"Ext 1\"",
                "COMMENT ON EXTENSION \"uuid-ossp\" IS 'of the superuser'",
                "COMMENT ON SCHEMA \"Ext 1\" IS 'of the superuser'");
        server.asScott(
                url,
                "CREATE EXTENSION hstore",
                "CREATE TABLE mails (mail citext PRIMARY KEY, tags hstore)",
                "INSERT INTO mails VALUES ('Ann@x', 'a=>1'), ('Bob@x', NULL)");
        Path backup = backUp(url);
        List<String> before = dump(url);
        server.asScott(
                url, "DROP TABLE mails", "DROP EXTENSION hstore", "CREATE EXTENSION intarray", "DELETE FROM users");

        assertThat(restore(url, backup)).isEmpty();

        assertThat(server.asScott(url, "SELECT tags -> 'a' FROM mails WHERE mail = 'ANN@X'"))
                .isEqualTo("1");
        assertThat(server.asScott(url, "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1"))
                .isEqualTo("citext\nhstore\nintarray\nuuid-ossp");
        server.asScott(url, "DROP EXTENSION intarray");
        assertThat(dump(url)).isEqualTo(before);
    }

    @Test
    void whatBelongsToOthers_stays_andIsNamed() throws Exception {
        DatabaseUrl url = server.create("of_others");
        fill(url);
        server.asSuperuser(
                "of_others",
                "CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                "CREATE EVENT TRIGGER watching ON ddl_command_end EXECUTE FUNCTION watch()",
                "CREATE PUBLICATION \"All of it\" FOR ALL TABLES",
                "CREATE PUBLICATION chosen FOR TABLE users",
                "CREATE FOREIGN DATA WRAPPER wrapper",
                "COMMENT ON FOREIGN DATA WRAPPER wrapper IS 'none'",
                "CREATE CAST (text AS bytea) WITHOUT FUNCTION",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader");
        Path backup = backUp(url);
        List<String> before = dump(url);
        server.asScott(url, "CREATE TABLE later (a int)", "DELETE FROM users");

        assertThat(restore(url, backup))
                .containsExactly(
                        "CAST (text AS bytea)",
                        "EVENT TRIGGER watching",
                        "FOREIGN DATA WRAPPER wrapper",
                        "PUBLICATION All of it",
                        "PUBLICATION chosen, whose tables of this user are no longer in it",
                        "the default privileges of role postgres");

        assertThat(server.asScott(url, "SELECT name FROM users ORDER BY 1")).isEqualTo("Ann\nBob");
        assertThat(dump(url))
                .containsExactlyElementsOf(before.stream()
                        .filter(line -> !line.startsWith("ALTER PUBLICATION chosen ADD TABLE"))
                        .toList());
    }

    @Test
    void everyKindOfObject_isRestored_whereItIsOfTheBackup() throws Exception {
        DatabaseUrl url = server.create("all_kinds");
        server.asScott(url, "CREATE SCHEMA other");
        makeAllKinds(url, "public");
        makeAllKinds(url, "other");
        server.asScott(
                url,
                "GRANT CREATE ON SCHEMA public TO reader",
                "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
                "COMMENT ON SCHEMA public IS 'ours'");
        Path backup = backUp(url);
        List<String> before = dump(url);

        assertThat(restore(url, backup)).isEmpty();
        assertThat(dump(url)).isEqualTo(before);
        server.asScott(
                url,
                "DROP PUBLICATION of_public",
                "DROP SCHEMA other CASCADE",
                "DROP TYPE span CASCADE",
                "REVOKE ALL ON SCHEMA public FROM reader",
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "ALTER DEFAULT PRIVILEGES GRANT ALL ON FUNCTIONS TO reader");
        assertThat(restore(url, backup)).isEmpty();
        assertThat(dump(url)).isEqualTo(before);
    }

    @Test
    void everyKindOfObject_isDropped_whereItCameLater() throws Exception {
        DatabaseUrl url = server.create("later_kinds");
        fill(url);
        Path backup = backUp(url);
        List<String> before = dump(url);
        server.asScott(url, "CREATE SCHEMA other");
        makeAllKinds(url, "public");
        makeAllKinds(url, "other");
        server.asScott(
                url,
                "GRANT ALL ON SCHEMA public TO reader WITH GRANT OPTION",
                "REVOKE USAGE ON SCHEMA public FROM PUBLIC",
                "COMMENT ON SCHEMA public IS 'ours'",
                "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO reader",
                "ALTER DEFAULT PRIVILEGES GRANT ALL ON SCHEMAS TO reader");

        assertThat(restore(url, backup)).isEmpty();

        assertThat(dump(url)).isEqualTo(before);
        assertThat(server.asScott(url, "SELECT count(*) FROM pg_default_acl")).isEqualTo("0");
    }

    @Test
    void tablesThatTheLockTableHasNoRoomFor_areToldBefore_andAtTheRestore() throws Exception {
        DatabaseUrl url = server.create("many");
        server.asScott(
                url,
                IntStream.range(0, 600)
                        .boxed()
                        .flatMap(i -> Stream.of(
                                "CREATE TABLE t" + i + " (id serial PRIMARY KEY)",
                                "INSERT INTO t" + i + " DEFAULT VALUES"))
                        .toArray(String[]::new));
        PostgresqlBackups backups = backups(url);
        assertThat(backups.server().locks().tooSmall())
                .hasValueSatisfying(it -> assertThat(it).contains("the server has room for 400. Before"));
        Path backup = backups.make(Set.of()).file();

        assertThatThrownBy(() -> restore(url, backup))
                .hasMessageStartingWith("[RestoreFailed]")
                .hasMessageContaining("out of shared memory")
                .hasMessageContaining("It is as it was. Before it is restored, set max_locks_per_transaction to ")
                .hasMessageContaining("(it is 20)");

        assertThat(server.asScott(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("600");
        DatabaseUrl few = server.create("few");
        assertThat(backups(few).server().locks().tooSmall()).isEmpty();
        assertThatThrownBy(() -> restore(few, backup))
                .hasMessageContaining("out of shared memory")
                .hasMessageMatching("(?s).*set max_locks_per_transaction to \\d{3} or more.*");
    }
}
