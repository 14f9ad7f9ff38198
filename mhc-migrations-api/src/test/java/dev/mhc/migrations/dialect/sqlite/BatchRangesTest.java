package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.operation.Backfill;
import dev.mhc.migrations.operation.OperationRecorder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of every sort of table is changed once, however the batches are cut. */
final class BatchRangesTest {

    private static final String NUMBERS =
            "WITH RECURSIVE i(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM i WHERE v < 40) ";

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
        hurry();
    }

    /** Each of the many statements would wait for the disk. */
    private void hurry() throws SQLException {
        SqliteQuery.execute(connection, "PRAGMA synchronous = OFF");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                table("t (a TEXT, n INTEGER DEFAULT 0)", NUMBERS + "INSERT INTO t (a) SELECT 'x' || v FROM i"),
                table(
                        "t (a INTEGER PRIMARY KEY, n INTEGER DEFAULT 0)",
                        NUMBERS + "INSERT INTO t (a) SELECT v * v * v - 20000 FROM i",
                        "INSERT INTO t (a) VALUES (9223372036854775807), (-9223372036854775808)"),
                table(
                        "t (rowid TEXT, n INTEGER DEFAULT 0)",
                        NUMBERS + "INSERT INTO t (rowid, _rowid_) SELECT 'same', v * 7 - 90 FROM i"),
                table(
                        "t (rowid TEXT, _ROWID_ TEXT, oid INTEGER PRIMARY KEY AUTOINCREMENT, n INTEGER DEFAULT 0)",
                        NUMBERS + "INSERT INTO t (rowid) SELECT 'same' FROM i",
                        "DELETE FROM t WHERE oid % 3 = 0"),
                table(
                        "t (a TEXT PRIMARY KEY, n INTEGER DEFAULT 0)",
                        NUMBERS + "INSERT INTO t (a) SELECT 41 - v FROM i",
                        "INSERT INTO t (a) VALUES (NULL), (NULL)"),
                table(
                        "t (a TEXT, b TEXT, n INTEGER DEFAULT 0, PRIMARY KEY (b, a)) WITHOUT ROWID",
                        NUMBERS + "INSERT INTO t (a, b) SELECT 'O''Brien' || v, v % 4 FROM i",
                        "INSERT INTO t (a, b) VALUES ('', ''), ('ü', 'é€😀'), ('a' || char(0) || 'b', char(0)),"
                                + " ('a' || char(0) || 'c', char(0)), (CAST(x'ff' AS TEXT), '1'),"
                                + " (CAST(x'fe' AS TEXT), '1'), (x'00ff', x''), ('a\nb', '--')"),
                table(
                        "t (a, b INTEGER, n INTEGER DEFAULT 0, PRIMARY KEY (a, b DESC)) WITHOUT ROWID",
                        NUMBERS + "INSERT INTO t (a, b) SELECT v % 3, v FROM i",
                        NUMBERS + "INSERT INTO t (a, b) SELECT (v + 0.5) / 7, v FROM i",
                        "INSERT INTO t (a, b) VALUES ('1', 1), ('10', 1), ('9', 1), (x'31', 1), (1e300, 1), (0.1, 1),"
                                + " (-0.30000000000000004, 'text'), ('9' || char(0), 1)"),
                table(
                        "t (a TEXT COLLATE NOCASE, n INTEGER DEFAULT 0, PRIMARY KEY (a COLLATE BINARY)) WITHOUT ROWID",
                        "INSERT INTO t (a) VALUES ('a'), ('A'), ('b'), ('B'), ('c'), ('C')"),
                table(
                        "t (a TEXT, n INTEGER DEFAULT 0, PRIMARY KEY (a COLLATE NOCASE)) WITHOUT ROWID",
                        "INSERT INTO t (a) VALUES ('a'), ('B'), ('c'), ('D'), ('_')"),
                table(
                        "t (\"a \"\"b\"\" \" INTEGER PRIMARY KEY, n INTEGER DEFAULT 0) WITHOUT ROWID",
                        NUMBERS + "INSERT INTO t SELECT -v, 0 FROM i"),
                table(
                        "t (a REAL PRIMARY KEY, n INTEGER DEFAULT 0) STRICT",
                        NUMBERS + "INSERT INTO t SELECT v, 0 FROM i"),
                table("t (a TEXT, n INTEGER DEFAULT 0)"));
    }

    private static Arguments table(String definition, String... rows) {
        return Arguments.of(definition, List.of(rows));
    }

    private Step.Batches batches(Backfill backfill) throws SQLException {
        SqliteDialect dialect = SqliteDialect.of(connection.getMetaData().getDatabaseProductVersion());
        return (Step.Batches) dialect.render(backfill, dialect.inspect(connection, dialect.reads(backfill)))
                .get(0);
    }

    private static Backfill backfill(int rows, String column, String expression) {
        return (Backfill) OperationRecorder.record(
                        schema -> schema.backfill("t").set(column, expression).batchRows(rows))
                .get(0);
    }

    private List<Long> run(Step.Batches.Ranges ranges) throws SQLException {
        List<Long> sizes = new ArrayList<>();
        Optional<String> after = Optional.empty();
        long rest = ranges.count(connection, after);
        String end = ranges.end(connection).orElse("NULL");
        for (Optional<Step.Batches.Range> next = ranges.next(connection, after, end);
                next.isPresent();
                next = ranges.next(connection, after, end)) {
            SqliteQuery.execute(connection, next.get().sql());
            assertThat(SqliteQuery.number(connection, "SELECT changes()"))
                    .isEqualTo(next.get().rows());
            after = Optional.of(next.get().last());
            sizes.add(next.get().rows());
            rest -= next.get().rows();
            assertThat(ranges.count(connection, after)).isEqualTo(rest);
        }
        assertThat(rest).isZero();
        return sizes;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void onTheOldestSqlite_eachRowIsChangedOnce_too(String definition, List<String> rows) throws Exception {
        connection.close();
        try (OldestSqlite oldest = OldestSqlite.load()) {
            connection = oldest.connect(folder.resolve("oldest.db"));
            hurry();
            eachRow_isChangedOnce_inBatchesOfAnySize(definition, rows);
            connection.close();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachRow_isChangedOnce_inBatchesOfAnySize(String definition, List<String> rows) throws SQLException {
        SqliteQuery.execute(connection, "CREATE TABLE " + definition);
        for (String insert : rows) {
            SqliteQuery.execute(connection, insert);
        }
        long count = SqliteQuery.number(connection, "SELECT count(*) FROM t");
        int runs = 0;
        for (int size : List.of(1, 2, 3, 7, 1000)) {
            List<Long> sizes = run(batches(backfill(size, "n", "n + 1")).ranges());
            runs++;
            assertThat(sizes).hasSize((int) ((count + size - 1) / size));
            assertThat(SqliteQuery.number(connection, "SELECT count(*) FROM t WHERE n = " + runs))
                    .isEqualTo(count);
        }
        SqliteQuery.execute(connection, batches(backfill(1, "n", "n")).ranges().example(connection));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t (a TEXT, n INTEGER)",
                "t (a INTEGER PRIMARY KEY, n INTEGER)",
                "t (a TEXT, b TEXT, n INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID",
                "t (a TEXT COLLATE NOCASE, b TEXT, n INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID"
            })
    void batches_areFoundByTheKey_withoutReadingTheWholeTable(String definition) throws SQLException {
        SqliteQuery.execute(connection, "CREATE TABLE " + definition);
        SqliteQuery.execute(
                connection,
                NUMBERS + "INSERT INTO t SELECT v, v" + (definition.contains("b ") ? ", 0" : "") + " FROM i");
        Step.Batches.Ranges ranges = batches(backfill(10, "n", "1")).ranges();
        String end = ranges.end(connection).orElseThrow();
        String first =
                ranges.next(connection, Optional.empty(), end).orElseThrow().last();
        String second =
                ranges.next(connection, Optional.of(first), end).orElseThrow().sql();
        List<String> plan = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("EXPLAIN QUERY PLAN " + second)) {
            while (row.next()) {
                plan.add(row.getString("detail"));
            }
        }
        assertThat(plan).isNotEmpty().allMatch(line -> line.startsWith("SEARCH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPLACE", "IGNORE", "ROLLBACK", "FAIL"})
    void constraintThatWouldDeleteOrSkipRows_failsInstead(String resolution) throws SQLException {
        SqliteQuery.execute(
                connection, "CREATE TABLE t (id INTEGER PRIMARY KEY, n UNIQUE ON CONFLICT " + resolution + ")");
        SqliteQuery.execute(connection, "INSERT INTO t (n) VALUES (1), (2), (3)");
        Step.Batches.Ranges ranges = batches(backfill(10, "n", "7")).ranges();
        String sql =
                ranges.next(connection, Optional.empty(), "3").orElseThrow().sql();

        assertThatThrownBy(() -> SqliteQuery.execute(connection, sql)).hasMessageContaining("UNIQUE constraint failed");

        assertThat(SqliteQuery.number(connection, "SELECT sum(n) FROM t")).isEqualTo(6);
    }

    @Test
    void triggersResolveTheirOwnConflicts_asForAnyUpdate() throws SQLException {
        SqliteQuery.execute(connection, "CREATE TABLE t (n INTEGER)");
        SqliteQuery.execute(connection, "CREATE TABLE log (n UNIQUE)");
        SqliteQuery.execute(
                connection,
                "CREATE TRIGGER once AFTER UPDATE ON t BEGIN INSERT OR IGNORE INTO log VALUES (new.n); END");
        SqliteQuery.execute(connection, "INSERT INTO t VALUES (1), (2)");
        run(batches(backfill(10, "n", "7")).ranges());
        assertThat(SqliteQuery.number(connection, "SELECT count(*) FROM log")).isEqualTo(1);
    }

    @Test
    void order_namesTheColumnsOfTheKey_andTheirCollations() throws SQLException {
        for (var entry : Map.of(
                        "t (rowid TEXT, n INTEGER)", "rowid",
                        "t (id INTEGER PRIMARY KEY, n INTEGER)", "\"id\"",
                        "t (a, b COLLATE NOCASE, n INTEGER, PRIMARY KEY (b, a)) WITHOUT ROWID",
                                "\"b\" COLLATE \"NOCASE\", \"a\"")
                .entrySet()) {
            SqliteQuery.execute(connection, "CREATE TABLE " + entry.getKey());
            assertThat(batches(backfill(1, "n", "1")).ranges().order(connection))
                    .isEqualTo(entry.getValue());
            SqliteQuery.execute(connection, "DROP TABLE t");
        }
    }

    @Test
    void rowsThatCannotBeToldApart_orWhoseKeyWouldChange_areRefused() throws SQLException {
        SqliteQuery.execute(connection, "CREATE TABLE t (rowid TEXT, oid TEXT, _rowid_ TEXT, n INTEGER)");
        assertThatThrownBy(() -> batches(backfill(1, "n", "1")).ranges().next(connection, Optional.empty(), "1"))
                .hasMessageContaining("[BackfillKey] Table t cannot be backfilled: its columns rowid, _rowid_ and oid");
        SqliteQuery.execute(connection, "DROP TABLE t");
        SqliteQuery.execute(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        assertThatThrownBy(() -> batches(backfill(1, "ID", "-id")).ranges().next(connection, Optional.empty(), "1"))
                .hasMessageContaining("[BackfillKey] Table t cannot be backfilled: it would change ID");
        assertThatThrownBy(() -> batches(backfill(1, "idd", "1")))
                .hasMessageContaining("[NoSuchColumn] Cannot backfill t: table t has no column idd. Did you mean id?");
        SqliteQuery.execute(connection, "DROP TABLE t");
        assertThatThrownBy(() -> batches(backfill(1, "n", "1")))
                .hasMessageContaining("[NoSuchTable] Cannot backfill t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1); DELETE FROM t --", "1) WHERE (1", "(1", "1 /*", "'", ";", "-- nothing", "1; ", "[a"})
    void whatIsNoExpression_isRefused(String sql) throws SQLException {
        SqliteQuery.execute(connection, "CREATE TABLE t (n INTEGER)");
        assertThatThrownBy(() -> batches(backfill(1, "n", sql))).hasMessageMatching("(?s)\\[\\w+].*");
        assertThatThrownBy(() -> batches((Backfill) OperationRecorder.record(
                                schema -> schema.backfill("t").set("n", "1").where(sql))
                        .get(0)))
                .hasMessageMatching("(?s)\\[\\w+].*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7 -- seven", "(SELECT 7)", "CASE WHEN ')' = ';' THEN 1 ELSE 7 END", "7 /* ; ) */"})
    void whatLooksLikeTheEnd_butIsQuotedOrAComment_isTaken(String sql) throws SQLException {
        SqliteQuery.execute(connection, "CREATE TABLE t (n INTEGER)");
        SqliteQuery.execute(connection, "INSERT INTO t VALUES (1), (2)");
        run(batches(backfill(1, "n", sql)).ranges());
        assertThat(SqliteQuery.number(connection, "SELECT sum(n) FROM t")).isEqualTo(14);
    }
}
