package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.schema.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inspection asks as often for a thousand tables as for ten. */
@ExtendWith(PostgresqlServer.class)
final class PostgresqlInspectionCostTest {

    private static final Set<String> STATEMENTS = Set.of("prepareStatement", "createStatement", "prepareCall");

    private final PostgresqlDialect dialect = PostgresqlDialect.of("17");

    /** The connection, writing down each statement that it makes. */
    private static Connection counting(Connection connection, List<String> statements) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (STATEMENTS.contains(method.getName())) {
                        statements.add(arguments == null ? method.getName() : String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private static void create(Connection connection, int from, int to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    DO $$ BEGIN FOR i IN %d..%d LOOP
                      EXECUTE pg_catalog.format('CREATE TABLE table_%%s (id bigserial PRIMARY KEY,'
                        || ' code varchar(20) NOT NULL UNIQUE, parent bigint REFERENCES table_%%s ON DELETE CASCADE,'
                        || ' total numeric(10,2) DEFAULT 0 CHECK (total >= 0), at timestamptz DEFAULT now())',
                        i, greatest(i - 1, 1));
                      EXECUTE pg_catalog.format('CREATE INDEX by_lower_%%s ON table_%%s (lower(code), at DESC)', i, i);
                      IF i %% 100 = 0 THEN COMMIT; END IF;
                    END LOOP; END $$
                    """.formatted(from, to));
        }
    }

    private List<String> statements(Connection connection, int tables) throws SQLException {
        List<String> statements = new ArrayList<>();
        Schema schema = dialect.inspect(counting(connection, statements));
        assertThat(schema.tables()).hasSize(tables).allSatisfy(table -> {
            assertThat(table.columns()).hasSize(5);
            assertThat(table.foreignKeys()).hasSize(1);
            assertThat(table.uniqueKeys()).hasSize(1);
            assertThat(table.indexes()).hasSize(1);
        });
        return statements;
    }

    @Test
    void thousandTables_areReadInAsManyQueriesAsTen(PostgresqlServer.Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            create(connection, 1, 10);
            List<String> few = statements(connection, 10);
            create(connection, 11, 1000);
            assertThat(statements(connection, 1000)).isEqualTo(few).hasSize(3);
            List<String> one = new ArrayList<>();
            dialect.inspect(counting(connection, one), Set.of("table_500"));
            assertThat(one).hasSize(3);
            List<String> objects = new ArrayList<>();
            assertThat(dialect.objects(counting(connection, objects))).hasSize(1000);
            assertThat(objects).hasSize(1);
            List<String> owned = new ArrayList<>();
            assertThat(dialect.owned(counting(connection, owned))).isEmpty();
            assertThat(owned).hasSize(1);
        }
    }
}
