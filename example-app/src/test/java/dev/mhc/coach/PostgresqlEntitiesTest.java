package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.tool.schema.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The entities agree on PostgreSQL with what Hibernate makes of them, and with what the migrations make. */
@ExtendWith(PostgresServer.class)
final class PostgresqlEntitiesTest {

    private final EntitySchema entities =
            ServiceLoader.load(EntitySchema.class).findFirst().orElseThrow();

    @Test
    void hibernatesOwnTables_areNoDifference(PostgresServer.Database database) throws Exception {
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("made by Hibernate");
        for (String entity : entities.entities()) {
            configuration.managedClass(Class.forName(entity));
        }
        SessionFactory sessions = configuration
                .property(JdbcSettings.JAKARTA_JDBC_URL, database.url())
                .property(MappingSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl())
                .schemaToolingAction(Action.CREATE_ONLY)
                .createEntityManagerFactory();
        sessions.close();
        assertThat(differences(database)).isEmpty();
    }

    @Test
    void migratedTables_areNoDifference(PostgresServer.Database database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url())) {
            PostgresqlMigrations.on(connection).up(Long.MAX_VALUE);
        }
        assertThat(differences(database)).isEmpty();
    }

    private List<Difference> differences(PostgresServer.Database database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url())) {
            Dialect dialect = PostgresqlDialect.of(connection.getMetaData().getDatabaseProductVersion());
            assertThat(dialect.inspect(connection).tables())
                    .hasSameSizeAs(entities.schema().tables());
            return SchemaDiff.compare(entities.schema(), dialect.inspect(connection), dialect.rules());
        }
    }
}
