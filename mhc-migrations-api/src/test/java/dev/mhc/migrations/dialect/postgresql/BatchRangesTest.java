package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.Step.Batches.Range;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.operation.BackfillEditor;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.operation.SchemaEditor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PostgresqlServer.class)
final class BatchRangesTest {

    /** What the history can say of an order. */
    private static final String ORDER = "\"(?:[^\"]|\"\")*\"(?: COLLATE \"(?:[^\"]|\"\")*\")?"
            + "(?:, \"(?:[^\"]|\"\")*\"(?: COLLATE \"(?:[^\"]|\"\")*\")?)*";

    private static final PostgresqlDialect DIALECT = PostgresqlDialect.of("17.11");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bigint           | generate_series(-5, 8)",
                "smallint         | generate_series(1, 7)",
                "boolean          | unnest('{t,f}'::bool[])",
                "numeric          | unnest('{0,1,-1,1.50,NaN,Infinity,-Infinity,1e40,0.000000000000000001}'::numeric[])",
                "numeric(10,2)    | unnest('{0,1.1,-1.25,NaN,3}'::numeric[])",
                "double precision | unnest('{0,0.1,1e-320,NaN,Infinity,-Infinity,1e308,0.30000000000000004,0.3}'::float8[])",
                "real             | unnest('{-0,0.1,NaN,Infinity,-Infinity,16777216}'::real[])",
                "uuid             | md5(g::text)::uuid from generate_series(1, 8) g",
                "text             | unnest(array['', 'a', 'A', 'b', 'B', 'ä', 'it''s', 'a\\b', 'a.b', E'\\n', '::'])",
                "text COLLATE \"C\" | unnest(array['', 'a', 'A', 'b', 'B', 'ä', '日本', '😀'])",
                "text COLLATE \"und-x-icu\" | unnest(array['', 'a', 'A', 'b', 'B', 'ä', '日本', '😀'])",
                "text COLLATE own | unnest(array['', 'a', 'b', 'ä', 'z', 'C', 'D'])",
                "varchar(20)      | unnest(array['a', 'a ', 'A', 'b'])",
                "char(4)          | unnest(array['a', 'ab', 'A', 'b', ''])",
                "date             | unnest('{infinity,-infinity,2024-02-29,0001-01-01 BC}'::date[])",
                "time             | unnest('{00:00,24:00,12:00:00.000001}'::time[])",
                "timestamp        | unnest('{infinity,-infinity,2024-02-29 12:00:00.000001,0001-01-01 BC}'::timestamp[])",
                "timestamptz      | unnest('{infinity,-infinity,2024-02-29 12:00:00.000001+00,1850-01-01 00:00:00+00}'"
                        + "::timestamptz[])",
                "interval         | unnest('{1 mon,31 days,-1 day,1 year 2 mons -3 days 04:05:06.7}'::interval[])",
                "bytea            | unnest(array['\\x', '\\x00', '\\x00ff', '\\x5c27']::bytea[])",
                "mood             | unnest('{sad,ok,it''s}'::mood[])",
                "short            | unnest(array['a', 'b', 'c', 'd'])",
                "integer[]        | unnest(array['{}', '{1,2}', '{NULL}'])::integer[]",
                "jsonb            | unnest(array['{}', '1', '\"a\"', '[1]', 'null'])::jsonb",
                "inet             | unnest('{10.0.0.1,10.0.0.0/8,::1}'::inet[])",
            })
    void rowsOfEveryKindOfKey_areChangedOnce(String type, String values, PostgresqlServer.Database database)
            throws SQLException {
        try (Connection connection = database.connect()) {
            execute(
                    connection,
                    "CREATE COLLATION own (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
            execute(connection, "CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s')");
            execute(connection, "CREATE DOMAIN short AS varchar(3) CHECK (VALUE <> 'x')");
            execute(connection, "CREATE TABLE t (key " + type + " PRIMARY KEY, n integer NOT NULL DEFAULT 0)");
            execute(connection, "INSERT INTO t (key) SELECT * FROM (SELECT " + values + ") v ORDER BY random()");
        }
        requireEachOnce(database, "t", 2);
        requireEachOnce(database, "t", 1);
        requireEachOnce(database, "t", 100);
    }

    @Test
    void keyOfSeveralColumns_isComparedAsAWhole(PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(
                    connection,
                    "CREATE TABLE t (\"a b\" text, c double precision, \"d\"\"e\" integer, n integer NOT NULL DEFAULT 0,"
                            + " PRIMARY KEY (c, \"d\"\"e\", \"a b\"))");
            execute(
                    connection,
                    "INSERT INTO t SELECT a, c, d FROM unnest(array['x', 'y', 'it''s']) a, unnest('{NaN,1,-Infinity}'"
                            + "::float8[]) c, generate_series(1, 4) d");
            assertThat(ranges(connection, backfill("t", 5)).order(connection))
                    .startsWith("\"c\", \"d\"\"e\", \"a b\" COLLATE \"")
                    .matches(ORDER);
        }
        requireEachOnce(database, "t", 5);
    }

    @Test
    void tableOfAnotherSchema_isBackfilledByItsFullName(PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "CREATE SCHEMA \"My billing\"");
            execute(connection, "CREATE TABLE \"My billing\".\"in.voices\" (id int PRIMARY KEY, n int DEFAULT 0)");
            execute(connection, "INSERT INTO \"My billing\".\"in.voices\" SELECT generate_series(1, 5)");
            BatchRanges ranges = new BatchRanges(
                    (dev.mhc.migrations.operation.Backfill) record(backfill("My billing.in.voices", 2)));
            assertThat(run(connection, ranges, 2)).isEqualTo(5);
            assertThat(text(connection, "SELECT string_agg(n::text, '') FROM \"My billing\".\"in.voices\""))
                    .isEqualTo("11111");
        }
    }

    @Test
    void rowsWrittenMeanwhile_behindAreLeft_aheadUpToTheEndAreTaken(PostgresqlServer.Database database)
            throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0)");
            execute(connection, "INSERT INTO t SELECT 10 * g FROM generate_series(1, 4) g");
            Step.Batches.Ranges ranges = ranges(connection, backfill("t", 2));
            String end = ranges.end(connection).orElseThrow();
            Range first = ranges.next(connection, Optional.empty(), end).orElseThrow();
            assertThat(first)
                    .isEqualTo(new Range(
                            "UPDATE \"t\" SET \"n\" = (n + 1) WHERE \"id\" <= '20'::integer", 2, "'20'::integer"));
            execute(connection, first.sql());
            execute(connection, "INSERT INTO t VALUES (15), (25), (50)");
            execute(connection, "DELETE FROM t WHERE id = 40");
            Range second =
                    ranges.next(connection, Optional.of(first.last()), end).orElseThrow();
            assertThat(second.sql())
                    .isEqualTo(
                            "UPDATE \"t\" SET \"n\" = (n + 1) WHERE \"id\" > '20'::integer AND \"id\" <= '30'::integer");
            execute(connection, second.sql());
            assertThat(ranges.next(connection, Optional.of(second.last()), end)).isEmpty();
            assertThat(text(connection, "SELECT string_agg(id || ':' || n, ' ' ORDER BY id) FROM t"))
                    .isEqualTo("10:1 15:0 20:1 25:1 30:1 50:0");
            assertThat(ranges.count(connection, Optional.of(second.last()))).isOne();
        }
    }

    @Test
    void condition_choosesAmongTheRowsOfABatch(PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 0)");
            execute(connection, "INSERT INTO t SELECT generate_series(1, 6)");
            Step.Batches.Ranges ranges = ranges(
                    connection,
                    schema -> schema.backfill("t")
                            .set("n", "id -- the number")
                            .where("id = 1 OR id = 5 -- some")
                            .batchRows(2));
            assertThat(run(connection, ranges, 2)).isEqualTo(6);
            assertThat(text(connection, "SELECT string_agg(n::text, ' ' ORDER BY id) FROM t"))
                    .isEqualTo("1 0 0 0 5 0");
        }
    }

    @Test
    void emptyTable_hasNoEnd(PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "CREATE TABLE t (id int PRIMARY KEY, n int)");
            Step.Batches.Ranges ranges = ranges(connection, backfill("t", 2));
            assertThat(ranges.end(connection)).isEmpty();
            assertThat(ranges.count(connection, Optional.empty())).isZero();
        }
    }

    @Test
    void tableWithoutPrimaryKey_goesByUniqueColumnsThatRefuseNull(PostgresqlServer.Database database)
            throws SQLException {
        try (Connection connection = database.connect()) {
            execute(
                    connection,
                    "CREATE TABLE t (a int UNIQUE, b int NOT NULL, c text NOT NULL, n int NOT NULL DEFAULT 0, UNIQUE (b, c))");
            execute(connection, "CREATE UNIQUE INDEX t_partial ON t (b) WHERE b > 2");
            execute(connection, "INSERT INTO t SELECT NULL, g / 3, g::text FROM generate_series(1, 8) g");
            assertThat(ranges(connection, backfill("t", 3)).order(connection)).startsWith("\"b\", \"c\" COLLATE ");
        }
        requireEachOnce(database, "t", 3);
    }

    @Test
    void partitionedTable_isChangedAsAWhole(PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(
                    connection,
                    "CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0) PARTITION BY RANGE (id)");
            execute(connection, "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (5)");
            execute(connection, "CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (5) TO (50)");
            execute(connection, "INSERT INTO t SELECT generate_series(1, 9)");
        }
        requireEachOnce(database, "t", 2);
    }

    @Test
    void batches_areFoundByTheIndexOfTheKey(PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "CREATE TABLE t (a text, b bigint, n int NOT NULL DEFAULT 0, PRIMARY KEY (a, b))");
            execute(connection, "INSERT INTO t SELECT 'k' || g % 100, g FROM generate_series(1, 20000) g");
            execute(connection, "ANALYZE t");
            Step.Batches.Ranges ranges = ranges(connection, backfill("t", 100));
            String end = ranges.end(connection).orElseThrow();
            Range range = ranges.next(connection, Optional.of("('k50'::text, '50'::bigint)"), end)
                    .orElseThrow();
            List<String> plan = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("EXPLAIN " + range.sql())) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
            assertThat(String.join("\n", plan)).contains("t_pkey").doesNotContain("Seq Scan");
        }
    }

    @Test
    void example_hasParametersForTheEnds(PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "CREATE TABLE t (a int, b int, n int, PRIMARY KEY (a, b))");
            assertThat(ranges(connection, backfill("t", 3)).example(connection))
                    .isEqualTo("UPDATE \"t\" SET \"n\" = (n + 1) WHERE (\"a\", \"b\") > (:after_1, :after_2)"
                            + " AND (\"a\", \"b\") <= (:last_1, :last_2)");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE TABLE t (a int, n int)                              | nothing tells its rows apart",
                "CREATE TABLE t (a int UNIQUE, n int)                       | nothing tells its rows apart",
                "CREATE TABLE t (n int PRIMARY KEY)                         | it would change n",
                "CREATE TABLE t (id int PRIMARY KEY, n int); CREATE TABLE u () INHERITS (t) | other tables inherit from it",
            })
    void tableWhoseRowsHaveNoOrder_isRefused(String definition, String why, PostgresqlServer.Database database)
            throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, definition);
            Step.Batches.Ranges ranges = ranges(connection, backfill("t", 3));
            assertThatThrownBy(() -> ranges.end(connection))
                    .hasMessageContaining(why)
                    .asInstanceOf(InstanceOfAssertFactories.type(MigrationException.class))
                    .extracting(MigrationException::code)
                    .isEqualTo(ErrorCode.BACKFILL_KEY);
        }
    }

    @Test
    void keyWhoseComparisonsAreOutOfSight_isRefused(PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "CREATE SCHEMA ext");
            execute(connection, "CREATE EXTENSION IF NOT EXISTS citext SCHEMA ext");
            execute(connection, "CREATE TABLE t (key ext.citext PRIMARY KEY, n int NOT NULL DEFAULT 0)");
            execute(connection, "INSERT INTO t VALUES ('a'), ('B'), ('c'), ('D')");
            assertThatThrownBy(() -> ranges(connection, backfill("t", 3)).end(connection))
                    .hasMessageContaining("search_path");
            execute(connection, "SET search_path = public, ext");
            assertThat(run(connection, ranges(connection, backfill("t", 3)), 3)).isEqualTo(4);
        }
    }

    private static void requireEachOnce(PostgresqlServer.Database database, String table, int rows)
            throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "UPDATE " + table + " SET n = 0");
            Step.Batches.Ranges ranges = ranges(connection, backfill(table, rows));
            assertThat(ranges.order(connection)).matches(ORDER);
            long all = ranges.count(connection, Optional.empty());
            assertThat(run(connection, ranges, rows)).isEqualTo(all).isPositive();
            assertThat(text(connection, "SELECT count(*) FROM " + table + " WHERE n <> 1"))
                    .isEqualTo("0");
        }
    }

    /** Runs all batches and returns how many rows they looked at; each looks in another time zone. */
    private static long run(Connection connection, Step.Batches.Ranges ranges, int rows) throws SQLException {
        String end = ranges.end(connection).orElseThrow();
        Optional<String> after = Optional.empty();
        long done = 0;
        long left = ranges.count(connection, after);
        for (Optional<Range> next = ranges.next(connection, after, end);
                next.isPresent();
                next = ranges.next(connection, after, end)) {
            Range range = next.get();
            assertThat(range.rows()).isBetween(1L, (long) rows);
            int changed;
            execute(connection, "SET timezone = '" + (done % 2 == 0 ? "Asia/Kolkata" : "America/St_Johns") + "'");
            try (Statement statement = connection.createStatement()) {
                changed = statement.executeUpdate(range.sql());
            }
            if (!range.sql().contains("some")) {
                assertThat(changed).as(range.sql()).isEqualTo((int) range.rows());
            }
            done += range.rows();
            after = Optional.of(range.last());
            assertThat(ranges.count(connection, after)).isEqualTo(left - done);
        }
        assertThat(after)
                .as("the last position is the end")
                .hasValue(ranges.end(connection).orElseThrow());
        return done;
    }

    private static Consumer<SchemaEditor> backfill(String table, int rows) {
        return schema -> {
            BackfillEditor unused = schema.backfill(table).set("n", "n + 1").batchRows(rows);
        };
    }

    private static Operation record(Consumer<SchemaEditor> migration) {
        return OperationRecorder.record(migration).get(0);
    }

    private static Step.Batches.Ranges ranges(Connection connection, Consumer<SchemaEditor> migration)
            throws SQLException {
        Operation operation = record(migration);
        List<Step> steps = DIALECT.render(operation, DIALECT.inspect(connection, DIALECT.reads(operation)));
        return ((Step.Batches) steps.get(0)).ranges();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
