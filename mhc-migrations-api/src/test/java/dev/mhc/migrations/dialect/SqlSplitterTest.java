package dev.mhc.migrations.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlSplitterTest {

    private static final List<String> STATEMENTS = List.of(
            "SELECT 1",
            "UPDATE t SET a = 'it''s; here' WHERE b = ''",
            "INSERT INTO \"odd;\"\"name\" VALUES (1, ';')",
            "SELECT `a;b`, [c;d] FROM t",
            "SELECT 1 -- not; the end\n + 2",
            "SELECT /* ; ' \" */ 3",
            "CREATE TRIGGER a AFTER INSERT ON t BEGIN\n  UPDATE t SET x = CASE WHEN y THEN 1 ELSE 2 END; DELETE FROM u;\nEND",
            "create temp trigger b after update of end on t when new.x > (case when 1 then 2 end) begin select 1; end",
            "CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$",
            "CREATE FUNCTION g() RETURNS text AS $body$ SELECT '$$;' $body$ LANGUAGE sql",
            "CREATE FUNCTION h(a int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN a > 1 THEN 2 END; SELECT 3; END",
            "CREATE TRIGGER c BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g()",
            "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM u; DELETE FROM v)",
            "SELECT E'it\\'s; here', e'\\\\'",
            "SELECT a[1], ARRAY['x;', 'y]']",
            "COMMENT ON TABLE t IS 'café; naïve'");

    @Test
    void joinedStatements_areGivenBack() {
        Random random = new Random(20250601);
        for (int round = 0; round < 2_000; round++) {
            // The samples that only one database can read must not meet in one text.
            boolean sqlite = random.nextBoolean();
            List<String> chosen = random.ints(random.nextInt(8), 0, STATEMENTS.size())
                    .mapToObj(STATEMENTS::get)
                    .filter(sql -> sqlite ? !sql.matches("(?s).*(\\$|E'|ARRAY).*") : !sql.contains("[c;d]"))
                    .toList();
            String joined = chosen.stream()
                    .map(sql -> noise(random, 8) + sql + noise(random, 7))
                    .collect(Collectors.joining(";", noise(random, 7) + ";", random.nextBoolean() ? ";" : ""));
            assertThat(SqlSplitter.split(joined).stream()
                            .map(SqlSplitterTest::withoutNoise)
                            .toList())
                    .as(joined)
                    .isEqualTo(chosen);
        }
    }

    private static String noise(Random random, int kinds) {
        return List.of("", " ", "\n\t", "\r\n", "/*~;*/", "--~;\n", "/*~'*/ --~\"\n", "\uFEFF")
                .get(random.nextInt(kinds));
    }

    private static String withoutNoise(String sql) {
        return sql.replaceAll("/\\*~.\\*/|--~.\n?|\uFEFF", "").strip();
    }

    @Test
    void blanksAndComments_areNoStatements() {
        assertThat(SqlSplitter.split(" ;; -- nothing\n; /* nothing */ ;\n")).isEmpty();
        assertThat(SqlSplitter.split("")).isEmpty();
    }

    @Test
    void commentOfAStatement_staysWithIt() {
        assertThat(SqlSplitter.split("-- first\nSELECT 1; SELECT 2 /* second */"))
                .containsExactly("-- first\nSELECT 1", "SELECT 2 /* second */");
    }

    @Test
    void nestedComment_isAcceptedWhereItMakesNoDifference() {
        assertThat(SqlSplitter.split("SELECT 1 /* a /* b */ c */; SELECT 2"))
                .containsExactly("SELECT 1 /* a /* b */ c */", "SELECT 2");
        assertThat(SqlSplitter.split("/* a /* b */ DELETE FROM t; SELECT 2"))
                .containsExactly("/* a /* b */ DELETE FROM t", "SELECT 2");
    }

    @Test
    void carriageReturnAlone_endsALineCommentOnPostgresqlOnly() {
        refused("SELECT 1; -- one\rSELECT 2;", ErrorCode.AMBIGUOUS_SQL, "as 1 statements and PostgreSQL as 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/* a /* b */ DELETE FROM t; -- */\nSELECT 2",
                "SELECT a['b]']; DELETE FROM t -- '",
                "SELECT [a']; DELETE FROM t; SELECT [b']"
            })
    void whatBothReadDifferently_isRefused(String sql) {
        refused(sql, ErrorCode.AMBIGUOUS_SQL, sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;\nSELECT 'open",
                "SELECT 1;\nSELECT \"open",
                "SELECT 1;\n/* open",
                "SELECT 1;\nSELECT $a$ open $b$",
                "SELECT 1;\nSELECT (1; SELECT 2",
                "SELECT 1;\nCREATE TRIGGER a AFTER INSERT ON t BEGIN SELECT 1; END SELECT 2; SELECT 3",
                "SELECT 1;\nCREATE TRIGGER a AFTER INSERT ON t BEGIN SELECT CASE 1 WHEN 2 THEN 3 END; SELECT 4"
            })
    void whatDoesNotEnd_isRefusedWithItsLine(String sql) {
        refused(sql, ErrorCode.UNCLOSED_SQL, "in line 2");
    }

    @Test
    void longText_isSplitInOneGo() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            many.add("INSERT INTO t VALUES (" + i + ", 'a;b')");
        }
        assertThat(SqlSplitter.split(String.join(";\n", many))).isEqualTo(many);
    }

    private static void refused(String sql, ErrorCode code, String message) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> SqlSplitter.split(sql))
                .withMessageContaining(message)
                .extracting(MigrationException::code)
                .isEqualTo(code);
    }

    /** SQLite takes it for the end, also inside of comments, and would execute what stands before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET a = 1\n\0 WHERE id = 3",
                "UPDATE t SET a = 1\n/* \0 */ WHERE id = 3",
                "SELECT\n'\0'"
            })
    void nul_isRefusedWithItsLine(String sql) {
        refused(sql, ErrorCode.NUL_IN_SQL, "in line 2");
    }
}
