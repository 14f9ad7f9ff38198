package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.fixture.PostgresqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresqlServer.class)
final class TransactionlessSqlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VACUUM",
                "vacuum (full) t",
                "/* a /* b */ */ -- c\n VACUUM ANALYZE",
                "; vacuum",
                "CREATE INDEX CONCURRENTLY ix ON t (a)",
                "create unique /* x */ index\nconcurrently if not exists ix on t (a)",
                "DROP INDEX CONCURRENTLY IF EXISTS ix",
                "REINDEX INDEX CONCURRENTLY ix",
                "REINDEX (VERBOSE) TABLE CONCURRENTLY t",
                "REINDEX (CONCURRENTLY) TABLE t",
                "REINDEX (VERBOSE, CONCURRENTLY true) TABLE t",
                "REINDEX SCHEMA public",
                "REINDEX (VERBOSE) DATABASE d",
                "REINDEX SYSTEM d",
                "ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
                "ALTER TABLE ONLY a.t DETACH PARTITION \"p\" CONCURRENTLY;",
                "CREATE DATABASE d",
                "DROP DATABASE d",
                "ALTER DATABASE d SET TABLESPACE s",
                "CREATE TABLESPACE s LOCATION 'x'",
                "DROP TABLESPACE s",
                "ALTER SYSTEM SET work_mem = '1MB'",
                "CLUSTER",
                "cluster verbose",
                "CLUSTER (VERBOSE)",
                "DISCARD ALL",
                "CREATE SUBSCRIPTION s CONNECTION 'c' PUBLICATION p",
                "DROP SUBSCRIPTION s",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
                "ALTER SUBSCRIPTION s SET PUBLICATION p",
            })
    void statementOutsideOfTransactions_isRecognised(String statement) {
        assertThat(TransactionlessSql.reason(statement))
                .hasValueSatisfying(reason -> assertThat(reason).endsWith(" runs only outside of a transaction"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET a = 'VACUUM'",
                "-- VACUUM\nSELECT 1",
                "CREATE INDEX \"concurrently\" ON t (a)",
                "CREATE INDEX ix ON t (a) WHERE b = 'CONCURRENTLY'",
                "CREATE TABLE database (a int)",
                "DROP INDEX \"CONCURRENTLY\"",
                "REINDEX TABLE t",
                "REINDEX (CONCURRENTLY false) TABLE t",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "ALTER TABLE t DETACH PARTITION p",
                "ALTER TABLE t DETACH PARTITION p FINALIZE",
                "ALTER TABLE t RENAME TO system",
                "ALTER DATABASE d SET work_mem = '1MB'",
                "CLUSTER t",
                "CLUSTER VERBOSE t USING ix",
                "CLUSTER (VERBOSE) t",
                "DISCARD TEMP",
                "CREATE SUBSCRIPTION s CONNECTION 'c' PUBLICATION p WITH (connect = false)",
                "CREATE SUBSCRIPTION s CONNECTION 'c' PUBLICATION p WITH (create_slot = off)",
                "ALTER SUBSCRIPTION s DISABLE",
                "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)",
                "ALTER TYPE t ADD VALUE 'x'",
                "SELECT $$VACUUM$$",
                "'not closed",
                "",
            })
    void otherStatement_isNot(String statement) {
        assertThat(TransactionlessSql.reason(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VACUUM t",
                "CREATE INDEX CONCURRENTLY ix ON t (a)",
                "DROP INDEX CONCURRENTLY t_a",
                "REINDEX TABLE CONCURRENTLY t",
                "REINDEX (CONCURRENTLY) INDEX t_a",
                "REINDEX SCHEMA public",
                "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY",
                "CLUSTER",
                "DISCARD ALL",
                "ALTER SYSTEM RESET work_mem",
                "CREATE DATABASE other_one",
            })
    void whatIsRecognised_theServerRefusesInATransaction(String statement, PostgresqlServer.Database database)
            throws SQLException {
        assertThat(TransactionlessSql.reason(statement)).isPresent();
        assertThat(stateOf(statement, database)).isEqualTo("25001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REINDEX TABLE t",
                "CLUSTER t USING t_a",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "REINDEX (CONCURRENTLY false) TABLE t",
                "ALTER TABLE p DETACH PARTITION p1",
                "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false)",
                "ALTER TYPE mood ADD VALUE 'better'",
            })
    void whatIsNot_theServerRunsInATransaction(String statement, PostgresqlServer.Database database)
            throws SQLException {
        assertThat(TransactionlessSql.reason(statement)).isEmpty();
        assertThat(stateOf(statement, database)).isEmpty();
    }

    private static String stateOf(String statement, PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE t (a int); CREATE INDEX t_a ON t (a)");
            sql.execute("CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX v_a ON v (a)");
            sql.execute("CREATE TABLE p (a int) PARTITION BY LIST (a)");
            sql.execute("CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)");
            sql.execute("CREATE TYPE mood AS ENUM ('good')");
            connection.setAutoCommit(false);
            try {
                sql.execute(statement);
                return "";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                connection.rollback();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALTER TYPE mood ADD VALUE 'happy'                             | happy",
                "alter type a.\"ADD VALUE\" add /* x */ value if not exists 'x' | x",
                "ALTER TYPE mood ADD VALUE 'it''s' BEFORE 'y'                   | it's",
                "ALTER TYPE mood ADD VALUE $x$a'b$x$ AFTER 'z'                  | a'b",
                "ALTER TYPE mood ADD VALUE E'it\\'s\\x41\\u00e4'                | it'sAä",
                "ALTER TYPE mood ADD VALUE U&'\\00e4\\\\'                       | ä\\",
            })
    void addedEnumValue_isRead_andIsWhatTheServerAdds(
            String statement, String value, PostgresqlServer.Database database) throws SQLException {
        assertThat(TransactionlessSql.addedEnumValue(statement)).hasValue(value);
        if (!statement.contains("add /*")) {
            try (Connection connection = database.connect();
                    Statement sql = connection.createStatement()) {
                sql.execute("CREATE TYPE mood AS ENUM ('y', 'z')");
                sql.execute(statement);
                try (var row = sql.executeQuery(
                        "SELECT count(*) FROM pg_enum WHERE enumlabel = '" + value.replace("'", "''") + "'")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getInt(1)).isOne();
                }
            }
        }
    }

    @Test
    void statementThatAddsNoValue_givesNone() {
        assertThat(TransactionlessSql.addedEnumValue("ALTER TYPE mood RENAME VALUE 'a' TO 'b'"))
                .isEmpty();
        assertThat(TransactionlessSql.addedEnumValue("SELECT 'ALTER TYPE mood ADD VALUE ''x'''"))
                .isEmpty();
        assertThat(TransactionlessSql.addedEnumValue("ALTER TYPE mood ADD VALUE"))
                .isEmpty();
    }
}
