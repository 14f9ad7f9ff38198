package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.dialect.DatabaseFile;
import dev.mhc.migrations.dialect.DatabaseFile.Position;
import dev.mhc.migrations.dialect.DatabaseFile.Replacement;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Collation;
import org.sqlite.Function;

/** Copies and replacements of whole files, by both the newest and the oldest supported driver. */
class SqliteFileTest {

    /** The bytes of the header that say how often the file was changed; all others are data. */
    private static final List<Integer> COUNTERS =
            List.of(24, 25, 26, 27, 40, 41, 42, 43, 92, 93, 94, 95, 96, 97, 98, 99);

    @TempDir
    Path folder;

    /** One of the two drivers. */
    private interface Connector {
        Connection connect(String url) throws SQLException;
    }

    private interface Body {
        void run(Connector driver) throws Exception;
    }

    private static OldestSqlite oldest;

    @BeforeAll
    static void loadOldest() throws Exception {
        oldest = OldestSqlite.load();
    }

    @AfterAll
    static void closeOldest() throws Exception {
        oldest.close();
    }

    private static void with(String release, Body body) throws Exception {
        body.run(release.equals("newest") ? DriverManager::getConnection : oldest::connectTo);
    }

    static void populate(Database database) throws SQLException {
        database.execute(
                "CREATE TABLE parent (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(20) NOT NULL UNIQUE)",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE"
                        + " CASCADE, twice INTEGER GENERATED ALWAYS AS (id * 2) STORED, data BLOB)",
                "CREATE TABLE pair (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID",
                "CREATE TABLE log (what TEXT)",
                "CREATE INDEX ix_child ON child (parent_id, twice) WHERE twice > 2",
                "CREATE VIEW parents AS SELECT name, COUNT(*) AS n FROM parent JOIN child ON parent_id = parent.id"
                        + " GROUP BY name",
                "CREATE TRIGGER tr AFTER INSERT ON parent BEGIN INSERT INTO log VALUES ('+' || NEW.name); END",
                "CREATE VIRTUAL TABLE notes USING fts5(body)",
                "INSERT INTO parent (name) VALUES ('ada'), ('alan'), ('grace')",
                "DELETE FROM parent WHERE name = 'alan'",
                "INSERT INTO child (parent_id, data) VALUES (1, randomblob(3000000)), (3, zeroblob(10)), (3, NULL)",
                "INSERT INTO pair VALUES ('x', 'y'), ('z', '')",
                "INSERT INTO notes VALUES ('a note that is found')",
                "PRAGMA user_version = 7");
    }

    private static List<String> contents(Connection connection) throws SQLException {
        Database database = Database.of(connection);
        List<String> all = new ArrayList<>(
                database.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"));
        for (String query : List.of(
                "SELECT * FROM parent",
                "SELECT id, parent_id, twice, length(data), hex(substr(data, 2999000)) FROM child",
                "SELECT * FROM pair",
                "SELECT * FROM log",
                "SELECT * FROM parents",
                "SELECT body FROM notes WHERE notes MATCH 'found'",
                "SELECT * FROM sqlite_sequence",
                "PRAGMA user_version",
                "PRAGMA integrity_check",
                "PRAGMA foreign_key_check")) {
            all.add(query);
            all.addAll(database.rows(query));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"newest,DELETE", "newest,WAL", "oldest,DELETE", "oldest,WAL"})
    void copyUnderTheWriteLock_isTheDatabaseByteForByte(String release, String journal) throws Exception {
        with(release, driver -> {
            Path copy = folder.resolve("copy.db");
            List<String> contents;
            DatabaseFile file;
            try (Connection writer = driver.connect("jdbc:sqlite:" + folder.resolve("live.db"))) {
                Database database = Database.of(writer).execute("PRAGMA journal_mode = " + journal);
                populate(database);
                contents = contents(writer);
                file = SqliteFile.of(writer).orElseThrow();
                database.execute("BEGIN IMMEDIATE", "PRAGMA user_version = 7");
                try (Connection reader = driver.connect(file.url())) {
                    file.copy(reader, copy);
                }
                assertThat(Files.size(copy)).isEqualTo(file.bytes(writer));
                database.execute("ROLLBACK");
            }
            try (Connection reader = driver.connect(file.readingUrl(copy))) {
                assertThat(file.damage(reader)).isEmpty();
                assertThat(file.isEmpty(reader)).isFalse();
                assertThat(contents(reader)).isEqualTo(contents);
            }
            assertThat(differences(file.path(), copy)).isSubsetOf(COUNTERS);
            assertThat(folder).isDirectoryNotContaining(it -> it.toString().contains("copy.db-"));
        });
    }

    private static List<Integer> differences(Path one, Path other) throws Exception {
        byte[] a = Files.readAllBytes(one);
        byte[] b = Files.readAllBytes(other);
        assertThat(b).hasSameSizeAs(a);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                places.add(i);
            }
        }
        return places;
    }

    @ParameterizedTest
    @CsvSource({"newest,DELETE", "newest,WAL", "oldest,DELETE", "oldest,WAL"})
    void replacing_isSeenByOthersAsOneCommit(String release, String journal) throws Exception {
        with(release, driver -> {
            Path live = folder.resolve("live.db");
            Path copy = folder.resolve("copy.db");
            try (Connection connection = driver.connect("jdbc:sqlite:" + live);
                    Connection other = driver.connect("jdbc:sqlite:" + live)) {
                Database database = Database.of(connection).execute("PRAGMA journal_mode = " + journal);
                populate(database);
                DatabaseFile file = SqliteFile.of(connection).orElseThrow();
                file.copy(connection, copy);
                byte[] kept = Files.readAllBytes(copy);
                List<String> contents = contents(other);
                database.execute("DELETE FROM child", "DROP TABLE pair", "CREATE TABLE more (a)");

                assertThat(file.replace(connection, copy, file.position(connection)))
                        .isEqualTo(Replacement.DONE);

                assertThat(contents(other)).isEqualTo(contents);
                assertThat(contents(connection)).isEqualTo(contents);
                assertThat(Database.of(other).value("PRAGMA journal_mode")).isEqualToIgnoringCase(journal);
                assertThat(copy).hasBinaryContent(kept);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void replacing_whileOthersHoldALock_changesNothingAndSaysSo(String release) throws Exception {
        with(release, driver -> {
            Path live = folder.resolve("live.db");
            Path copy = folder.resolve("copy.db");
            try (Connection connection = driver.connect("jdbc:sqlite:" + live);
                    Connection other = driver.connect("jdbc:sqlite:" + live)) {
                Database database = Database.of(connection);
                populate(database);
                DatabaseFile file = SqliteFile.of(connection).orElseThrow();
                file.copy(connection, copy);
                database.execute("DROP TABLE pair");
                Position position = file.position(connection);

                Database.of(other).execute("BEGIN IMMEDIATE");
                assertThat(file.replace(connection, copy, position)).isEqualTo(Replacement.LOCKED);
                Database.of(other).execute("ROLLBACK", "BEGIN");
                assertThat(Database.of(other).value("SELECT COUNT(*) FROM child"))
                        .isEqualTo("3");
                assertThat(file.replace(connection, copy, position)).isEqualTo(Replacement.LOCKED);
                Database.of(other).execute("ROLLBACK");

                assertThat(file.position(connection)).isEqualTo(position);
                assertThat(database.rows("SELECT name FROM sqlite_schema WHERE name = 'pair'"))
                        .isEmpty();
                assertThat(file.replace(connection, copy, position)).isEqualTo(Replacement.DONE);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void replacingByWhatIsNoDatabase_changesNothingAndSaysSo(String release) throws Exception {
        with(release, driver -> {
            Path text = Files.writeString(folder.resolve("text"), "This is a letter.\n".repeat(1000));
            try (Connection connection = driver.connect("jdbc:sqlite:" + folder.resolve("live.db"))) {
                populate(Database.of(connection));
                List<String> contents = contents(connection);
                DatabaseFile file = SqliteFile.of(connection).orElseThrow();

                assertThat(file.replace(connection, text, file.position(connection)))
                        .isEqualTo(Replacement.REFUSED);

                assertThat(contents(connection)).isEqualTo(contents);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void replacing_afterOthersWrote_isToldApart(String release) throws Exception {
        with(release, driver -> {
            Path live = folder.resolve("live.db");
            Path copy = folder.resolve("copy.db");
            try (Connection connection = driver.connect("jdbc:sqlite:" + live);
                    Connection other = driver.connect("jdbc:sqlite:" + live)) {
                populate(Database.of(connection));
                DatabaseFile file = SqliteFile.of(connection).orElseThrow();
                file.copy(connection, copy);
                Position position = file.position(connection);
                Database.of(other).execute("INSERT INTO log VALUES ('unseen')");

                assertThat(file.replace(connection, copy, position)).isEqualTo(Replacement.OVERTAKEN);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with blanks.db",
                "it's \"quoted\".db",
                "Übung €.db",
                "100%.db",
                "what?.db",
                "a#b.db",
                "a;b&c=d.db",
                "back\\slash.db",
                "-- comment.db"
            })
    void everyFileName_isCopiedAndReplaced_byBothDrivers(String name) throws Exception {
        for (String release : List.of("newest", "oldest")) {
            with(release, driver -> {
                Path own = Files.createDirectories(folder.resolve(release + " " + name));
                Path live = own.resolve(name);
                Path copy = own.resolve(name + ".copy");
                Path made = Files.createFile(live);
                DatabaseFile file = new SqliteFile(made);
                try (Connection connection = driver.connect(file.url())) {
                    Database.of(connection).execute("CREATE TABLE t (a)", "INSERT INTO t VALUES (1)");
                    assertThat(SqliteFile.of(connection)).contains(file);
                    file.copy(connection, copy);
                    Database.of(connection).execute("DELETE FROM t");
                    assertThat(file.replace(connection, copy, file.position(connection)))
                            .isEqualTo(Replacement.DONE);
                    assertThat(Database.of(connection).value("SELECT a FROM t")).isEqualTo("1");
                }
                try (Connection reader = driver.connect(file.readingUrl(copy))) {
                    assertThat(file.damage(reader)).isEmpty();
                }
                assertThat(own).isDirectoryContaining(it -> it.equals(live));
                try (var files = Files.list(own)) {
                    assertThat(files).containsExactlyInAnyOrder(live, copy);
                }
            });
        }
    }

    @Test
    void databaseInMemoryOrTemporary_isNoFile() throws SQLException {
        for (String url :
                List.of("jdbc:sqlite::memory:", "jdbc:sqlite:", "jdbc:sqlite:file:x?mode=memory&cache=shared")) {
            try (Connection connection = DriverManager.getConnection(url)) {
                assertThat(SqliteFile.of(connection)).as(url).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void valuesThatTheApplicationStored_areNoDamage(String release) throws Exception {
        with(release, driver -> {
            try (Connection connection = driver.connect("jdbc:sqlite:" + folder.resolve("live.db"))) {
                Database database = Database.of(connection)
                        .execute(
                                "CREATE TABLE t (a INT, b TEXT, c REAL)",
                                "CREATE TABLE s (a)",
                                "CREATE TABLE x (a ANY, b)",
                                "INSERT INTO x VALUES ('text', 1)",
                                "INSERT INTO s VALUES (-1)",
                                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                                        + " INSERT INTO t SELECT NULL, i, 'x' FROM n",
                                "INSERT INTO t VALUES (NULL, 'word', 1)");
                database.execute(
                        "PRAGMA writable_schema = ON",
                        "UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a INT NOT NULL, b INT, c REAL)' WHERE name = 't'",
                        "UPDATE sqlite_schema SET sql = 'CREATE TABLE s (a CHECK (a > 0))' WHERE name = 's'",
                        "UPDATE sqlite_schema SET sql = 'CREATE TABLE x (a INT, b ANY) STRICT' WHERE name = 'x'");
            }
            try (Connection connection = driver.connect("jdbc:sqlite:" + folder.resolve("live.db"))) {
                assertThat(Database.of(connection).rows("PRAGMA integrity_check"))
                        .contains("NULL value in t.a")
                        .contains("CHECK constraint failed in s")
                        .contains("non-INT value in x.a");
                assertThat(SqliteIntegrity.firstDamage(connection)).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void indexThatLacksARow_isDamage_behindAnyNumberOfValues(String release) throws Exception {
        with(release, driver -> {
            try (Connection connection = driver.connect("jdbc:sqlite:" + folder.resolve("live.db"))) {
                Database.of(connection)
                        .execute(
                                "CREATE TABLE a (v)",
                                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
                                        + " INSERT INTO a SELECT NULL FROM n",
                                "CREATE TABLE b (v)",
                                "CREATE INDEX ix_b ON b (v) WHERE v > 100",
                                "INSERT INTO b VALUES (1), (2)",
                                "PRAGMA writable_schema = ON",
                                "UPDATE sqlite_schema SET sql = 'CREATE TABLE a (v NOT NULL)' WHERE name = 'a'",
                                "UPDATE sqlite_schema SET sql = 'CREATE INDEX ix_b ON b (v)' WHERE name = 'ix_b'");
            }
            try (Connection connection = driver.connect("jdbc:sqlite:" + folder.resolve("live.db"))) {
                assertThat(SqliteIntegrity.firstDamage(connection))
                        .hasValueSatisfying(it -> assertThat(it).contains("index ix_b"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void damagedPages_areDamage(String release) throws Exception {
        with(release, driver -> {
            Path live = folder.resolve("live.db");
            try (Connection connection = driver.connect("jdbc:sqlite:" + live)) {
                populate(Database.of(connection));
            }
            try (RandomAccessFile file = new RandomAccessFile(live.toFile(), "rw")) {
                file.seek(4096);
                file.write(new byte[200]);
            }
            try (Connection connection = driver.connect("jdbc:sqlite:" + live)) {
                assertThat(SqliteIntegrity.firstDamage(connection)).isPresent();
            }
        });
    }

    @Test
    void collationOfTheApplication_leavesItsTableUncheckedAndTheOthersChecked() throws Exception {
        Path live = folder.resolve("live.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live)) {
            Collation.create(connection, "BY_LENGTH", new Collation() {
                @Override
                protected int xCompare(String a, String b) {
                    return Integer.compare(a.length(), b.length());
                }
            });
            Function.create(
                    connection,
                    "plus_one",
                    new Function() {
                        @Override
                        protected void xFunc() throws SQLException {
                            result(value_int(0) + 1);
                        }
                    },
                    1,
                    Function.FLAG_DETERMINISTIC);
            Database.of(connection)
                    .execute(
                            "CREATE TABLE own (v TEXT COLLATE BY_LENGTH)",
                            "CREATE INDEX ix_own ON own (v)",
                            "INSERT INTO own VALUES ('a'), ('bb')",
                            "CREATE TABLE computed (v INT, w AS (plus_one(v)))",
                            "CREATE INDEX ix_computed ON computed (plus_one(v))",
                            "INSERT INTO computed VALUES (1)");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live)) {
            assertThat(SqliteIntegrity.firstDamage(connection)).isEmpty();
            Database.of(connection)
                    .execute(
                            "CREATE TABLE b (v)",
                            "CREATE INDEX ix_b ON b (v) WHERE v > 100",
                            "INSERT INTO b VALUES (1), (2)",
                            "PRAGMA writable_schema = ON",
                            "UPDATE sqlite_schema SET sql = 'CREATE INDEX ix_b ON b (v)' WHERE name = 'ix_b'");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live)) {
            Optional<String> damage = SqliteIntegrity.firstDamage(connection);
            assertThat(damage).hasValueSatisfying(it -> assertThat(it).contains("index ix_b"));
        }
    }

    @Test
    void otherPageSizeUnderWal_isKnownBeforehand() throws Exception {
        Path small = folder.resolve("small.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + small)) {
            Database.of(connection).execute("PRAGMA page_size = 1024", "CREATE TABLE t (a)");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("live.db"))) {
            populate(Database.of(connection).execute("PRAGMA journal_mode = WAL"));
            DatabaseFile file = SqliteFile.of(connection).orElseThrow();
            try (Connection other = DriverManager.getConnection(file.readingUrl(small))) {
                assertThat(file.obstacle(connection, other)).isPresent();
                assertThat(file.replace(connection, small, file.position(connection)))
                        .isEqualTo(Replacement.REFUSED);
                Database.of(connection).execute("PRAGMA journal_mode = DELETE");
                assertThat(file.obstacle(connection, other)).isEmpty();
                assertThat(file.replace(connection, small, file.position(connection)))
                        .isEqualTo(Replacement.DONE);
            }
        }
    }
}
