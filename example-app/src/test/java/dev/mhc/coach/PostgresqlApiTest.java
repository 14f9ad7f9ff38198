package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mhc.coach.http.CoachServer;
import dev.mhc.coach.store.CoachStore;
import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The same entities, migrations, store and server on PostgreSQL, with nothing changed but the URL. The migrations are
 * rendered and executed here, since the engine of this release works on SQLite alone.
 */
@ExtendWith(PostgresqlServer.class)
@SuppressWarnings("NullAway.Init")
final class PostgresqlApiTest extends ApiContract {

    private HikariDataSource dataSource;
    private CoachStore store;
    private CoachServer server;

    @BeforeAll
    void start(PostgresqlServer.Database database) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        CoachSettings.load().driver().forEach(config::addDataSourceProperty);
        dataSource = new HikariDataSource(config);
        migrate();
        store = CoachStore.open(dataSource);
        server = CoachServer.start(store, 0);
    }

    @AfterAll
    void stop() {
        server.close();
        store.close();
        dataSource.close();
    }

    @Override
    CoachClient client() {
        return new CoachClient(server.port());
    }

    @Test
    void theMigrations_buildWhatTheEntitiesExpect() throws SQLException {
        EntitySchema entities = onlyOne(EntitySchema.class);
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = dialect(connection);
            assertThat(SchemaDiff.compare(entities.schema(), dialect.inspect(connection), dialect.rules()))
                    .isEmpty();
        }
    }

    private void migrate() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            PostgresqlMigrations.on(connection).up(Long.MAX_VALUE);
        }
    }

    private static Dialect dialect(Connection connection) throws SQLException {
        return PostgresqlDialect.of(connection.getMetaData().getDatabaseProductVersion());
    }

    private static <T> T onlyOne(Class<T> service) {
        return ServiceLoader.load(service).findFirst().orElseThrow();
    }
}
