package dev.mhc.migrations.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.dialect.SqlLexer.Reading;
import dev.mhc.migrations.error.MigrationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Scripts of any kind, held against a real SQLite. */
class SqlFuzzTest {

    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE IF NOT EXISTS a (id INTEGER PRIMARY KEY, b TEXT DEFAULT ';', \"c;\" TEXT)",
            "CREATE TABLE IF NOT EXISTS [odd ; name] (x CHECK (x <> '--'), `y;` DEFAULT 'it''s; /* no */')",
            "INSERT INTO a (b) VALUES ('one; two'), (\"b\"), ('-- x'), ('/*')",
            "UPDATE a SET b = CASE WHEN id > 1 THEN 'begin;' ELSE 'end' END WHERE b IS NOT NULL",
            "CREATE TRIGGER IF NOT EXISTS t AFTER INSERT ON a BEGIN UPDATE a SET b = 'x;y' WHERE id = new.id; "
                    + "INSERT INTO log SELECT CASE WHEN new.b IS NULL THEN 'end;' ELSE new.b END; END",
            "create temp trigger if not exists u before delete on a begin select case old.id when 1 then "
                    + "case 2 when 2 then 3 end else 4 end; end",
            "CREATE VIEW IF NOT EXISTS v AS SELECT id, CASE b WHEN ';' THEN 1 END AS \"end\" FROM a",
            "CREATE INDEX IF NOT EXISTS i ON a (b) WHERE b <> ';'",
            "DELETE FROM a WHERE id IN (SELECT max(id) FROM a)",
            "ALTER TABLE a RENAME COLUMN b TO \"begin\"",
            "ALTER TABLE a RENAME COLUMN \"begin\" TO b",
            "WITH x(n) AS (SELECT 1) INSERT INTO log SELECT n FROM x",
            "REPLACE INTO a (id, b) VALUES (1, x'3b')",
            "EXPLAIN COMMIT");

    private static final List<String> BLANKS =
            List.of(" ", "\n", "\r\n", "\t", "\f", " \uFEFF", "-- it's; \"\n", "/* ; ' */", "/**/", " -- \n\n");

    private static final List<String> FRAGMENTS = List.of(
            ";",
            "'",
            "\"",
            "`",
            "[",
            "]",
            "(",
            ")",
            "--",
            "/*",
            "*/",
            "\n",
            "\r",
            "\u000b",
            "\u0000",
            "\uFEFF",
            "$",
            "$$",
            "$a$",
            "E'",
            "\\",
            "x'",
            "?",
            ":a",
            "@a",
            "#",
            "BEGIN",
            "END",
            "CASE",
            "COMMIT",
            "ROLLBACK",
            "commit",
            "RollBack",
            "SAVEPOINT s",
            "RELEASE s",
            "END TRANSACTION",
            "; COMMIT;",
            ";ROLLBACK",
            "EXPLAIN",
            "CREATE TRIGGER",
            "TEMP",
            "ATOMIC",
            "\u00e9",
            "\ud83d\ude00",
            "\ud83d",
            "ARRAY[1]",
            " ",
            "a",
            "1");

    @Provide
    Arbitrary<List<String>> statements() {
        return Arbitraries.of(STATEMENTS).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> gap() {
        return Arbitraries.of(BLANKS).list().ofMaxSize(3).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<String> script = Combinators.combine(statements(), gap(), gap())
                .as((statements, before, after) -> before + String.join(after + ";" + before, statements) + after);
        Arbitrary<List<Integer>> places =
                Arbitraries.integers().greaterOrEqual(0).list().ofMaxSize(4);
        return Combinators.combine(
                        script,
                        places,
                        Arbitraries.of(FRAGMENTS).list().ofSize(4),
                        Arbitraries.integers().between(0, 5))
                .as(SqlFuzzTest::mutate);
    }

    private static String mutate(String script, List<Integer> places, List<String> fragments, int removed) {
        String result = script;
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i) % (result.length() + 1);
            int end = Math.min(result.length(), place + (i % 2 == 0 ? 0 : removed));
            result = result.substring(0, place) + fragments.get(i) + result.substring(end);
        }
        return result;
    }

    @Provide
    Arbitrary<String> transactions() {
        Arbitrary<String> word = Arbitraries.of(
                "BEGIN",
                "BEGIN IMMEDIATE",
                "COMMIT",
                "END",
                "ROLLBACK",
                "ROLLBACK TO s",
                "SAVEPOINT s",
                "RELEASE s",
                "commit transaction",
                "eNd",
                "SELECT 1",
                "EXPLAIN END",
                "\"COMMIT\"");
        Arbitrary<String> noise = Arbitraries.of(
                        " ", "\n", ";", "\uFEFF", "\u000b", "\f", "\u0000", "/* */", "/*/* */", "*/", "-- \r", "-- \n",
                        "(", "'", "$$", "\"", "\u00a0")
                .list()
                .ofMaxSize(4)
                .map(list -> String.join("", list));
        return Combinators.combine(noise, word, noise, word, noise).as((a, b, c, d, e) -> a + b + c + d + e);
    }

    @Property(seed = "1")
    void joinedStatements_areTakenApartAgain(
            @ForAll("statements") List<String> statements, @ForAll("gap") String before, @ForAll("gap") String after)
            throws SQLException {
        String script = before + String.join(after + ";" + before, statements) + after + ";;" + before;

        List<String> split = SqlSplitter.split(script);

        assertThat(split).hasSameSizeAs(statements);
        try (Connection one = open();
                Connection other = open()) {
            assertThat(results(one, split)).isEqualTo(results(other, statements));
            assertThat(dump(one)).isEqualTo(dump(other));
        }
    }

    @Property(seed = "2")
    void anyText_isSplitWithoutALoss_orRefused(@ForAll("mutated") String script) throws SQLException {
        for (Reading reading : Reading.values()) {
            Optional<List<String>> statements = split(script, reading);
            statements.ifPresent(parts -> assertCovers(script, parts, reading));
        }
        try (Connection connection = open()) {
            for (String statement : accepted(script)) {
                assertThat(isAccepted(connection, statement) && isAccepted(connection, statement + "\n )"))
                        .as("SQLite reads no further than some place in <%s>", statement)
                        .isFalse();
            }
        }
    }

    @Property(seed = "3")
    void acceptedStatements_leaveTheTransactionAlone(
            @ForAll("transactions") String words, @ForAll("mutated") String script) throws SQLException {
        for (String text : List.of(words, script, words + ";" + script)) {
            List<String> statements = new ArrayList<>(accepted(text));
            if (!refused(text)) {
                statements.add(text);
            }
            assertTransactionSurvives(statements);
        }
    }

    private static void assertTransactionSurvives(List<String> statements) throws SQLException {
        try (Connection connection = open();
                Statement control = connection.createStatement()) {
            control.execute("BEGIN IMMEDIATE");
            control.execute("INSERT INTO log VALUES ('marker')");
            for (String statement : statements) {
                isExecuted(connection, statement);
                assertThat(isExecuted(connection, "BEGIN"))
                        .as("a new transaction after <%s>", statement)
                        .isFalse();
            }
            control.execute("ROLLBACK");
            try (ResultSet rows = control.executeQuery("SELECT count(*) FROM log WHERE x = 'marker'")) {
                assertThat(rows.getInt(1)).as(statements.toString()).isZero();
            }
        }
    }

    /** What the engine would send. */
    private static List<String> accepted(String script) {
        try {
            return SqlSplitter.split(script).stream()
                    .filter(statement -> !refused(statement))
                    .toList();
        } catch (MigrationException refused) {
            return List.of();
        }
    }

    private static boolean refused(String statement) {
        try {
            TransactionWords.refuse(statement);
            return false;
        } catch (MigrationException refused) {
            return true;
        }
    }

    private static Optional<List<String>> split(String script, Reading reading) {
        try {
            return Optional.of(SqlSplitter.split(script, reading));
        } catch (MigrationException refused) {
            return Optional.empty();
        }
    }

    private static void assertCovers(String script, List<String> statements, Reading reading) {
        int at = 0;
        for (String statement : statements) {
            int found = script.indexOf(statement, at);
            assertThat(found).as(statement).isNotNegative();
            assertThat(SqlSplitter.split(script.substring(at, found), reading)).isEmpty();
            at = found + statement.length();
        }
        assertThat(SqlSplitter.split(script.substring(at), reading)).isEmpty();
    }

    private static Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        isExecuted(connection, "CREATE TABLE log (x)");
        isExecuted(connection, "CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT, \"c;\" TEXT)");
        return connection;
    }

    private static boolean isExecuted(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException failed) {
            return false;
        }
    }

    /** Whether SQLite finds nothing wrong with a text before it runs it. */
    private static boolean isAccepted(Connection connection, String sql) {
        return isExecuted(connection, "EXPLAIN " + sql);
    }

    private static List<Boolean> results(Connection connection, List<String> statements) {
        return statements.stream()
                .map(statement -> isExecuted(connection, statement))
                .toList();
    }

    private static List<String> dump(Connection connection) throws SQLException {
        List<String> dump = new ArrayList<>();
        for (String query : List.of(
                "SELECT type, name, '' FROM sqlite_master ORDER BY 1, 2",
                "SELECT id, b, \"c;\" FROM a ORDER BY 1",
                "SELECT x, '', '' FROM log")) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    dump.add(rows.getString(1) + '|' + rows.getString(2) + '|' + rows.getString(3));
                }
            } catch (SQLException renamed) {
                dump.add(String.valueOf(renamed.getMessage()));
            }
        }
        return dump;
    }
}
