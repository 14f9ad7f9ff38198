package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.fixture.PostgresqlServer.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
final class PostgresqlFailuresTest {

    @Test
    void whatTheUserMayNotDo_isToldWithTheGrantThatIsMissing(Database database) throws Exception {
        database.execute(
                "CREATE ROLE without_rights",
                "CREATE SCHEMA closed",
                "CREATE TABLE closed.t (a int)",
                "CREATE SCHEMA open",
                "GRANT USAGE ON SCHEMA open TO without_rights",
                "CREATE TABLE open.t (a int)");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE without_rights");

            assertThat(advice(statement, "CREATE TABLE open.u (a int)"))
                    .contains("GRANT USAGE, CREATE ON SCHEMA open TO …");
            assertThat(advice(statement, "SELECT a FROM closed.t")).contains("ON SCHEMA closed TO …");
            assertThat(advice(statement, "CREATE SCHEMA third"))
                    .contains("GRANT CREATE ON DATABASE " + connection.getCatalog() + " TO …");
            assertThat(advice(statement, "SELECT a FROM open.t")).contains("SELECT on the tables");
            assertThat(advice(statement, "ALTER TABLE open.t ADD COLUMN b int")).contains("owner of the tables");
        } finally {
            database.execute("DROP OWNED BY without_rights", "DROP ROLE without_rights");
        }
    }

    private static String advice(Statement statement, String sql) {
        SQLException failure = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
        return PostgresqlFailures.adviceFor(failure).orElseThrow();
    }
}
