package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.fixture.PostgresqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.tool.schema.Action;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The entities agree on PostgreSQL with what Hibernate makes of them, and with what the migrations make. */
@ExtendWith(PostgresqlServer.class)
final class PostgresqlEntitiesTest {

    /**
     * A change behind the back of the migrations, and the one difference that it makes.
     *
     * @param sql what changes the schema
     * @param undo what changes it back
     */
    private record Mutation(String sql, String undo, String place, String expected, String found) {}

    private static final List<Mutation> MUTATIONS = List.of(
            new Mutation(
                    "ALTER TABLE users ALTER email TYPE varchar(100)",
                    "ALTER TABLE users ALTER email TYPE varchar(255)",
                    "users.email",
                    "varchar(255)",
                    "varchar(100)"),
            new Mutation(
                    "ALTER TABLE users ALTER hashed_password DROP NOT NULL",
                    "ALTER TABLE users ALTER hashed_password SET NOT NULL",
                    "users.hashed_password",
                    "not null",
                    "nullable"),
            new Mutation(
                    "ALTER TABLE conversations ALTER title SET NOT NULL",
                    "ALTER TABLE conversations ALTER title DROP NOT NULL",
                    "conversations.title",
                    "nullable",
                    "not null"),
            new Mutation(
                    "ALTER TABLE messages ALTER created_at TYPE timestamp",
                    "ALTER TABLE messages ALTER created_at TYPE timestamptz",
                    "messages.created_at",
                    "timestamp with time zone",
                    "timestamp"),
            new Mutation(
                    "ALTER TABLE messages ALTER user_id TYPE integer",
                    "ALTER TABLE messages ALTER user_id TYPE bigint",
                    "messages.user_id",
                    "bigint",
                    "integer"),
            new Mutation(
                    "ALTER TABLE assessments ALTER score TYPE numeric(10, 2)",
                    "ALTER TABLE assessments ALTER score TYPE double precision",
                    "assessments.score",
                    "double precision",
                    "decimal(10, 2)"),
            new Mutation(
                    "ALTER TABLE users ALTER is_verified SET DEFAULT true",
                    "ALTER TABLE users ALTER is_verified SET DEFAULT false",
                    "users.is_verified",
                    "default false",
                    "default true"),
            new Mutation(
                    "ALTER TABLE messages DROP CONSTRAINT messages_conversation_id_fkey",
                    "ALTER TABLE messages ADD FOREIGN KEY (conversation_id) REFERENCES conversations",
                    "messages.conversation_id",
                    "foreign key to conversations(id)",
                    "nothing"),
            new Mutation(
                    "ALTER TABLE messages DROP CONSTRAINT messages_conversation_id_fkey, ADD FOREIGN KEY"
                            + " (conversation_id) REFERENCES conversations ON DELETE CASCADE",
                    "ALTER TABLE messages DROP CONSTRAINT messages_conversation_id_fkey, ADD FOREIGN KEY"
                            + " (conversation_id) REFERENCES conversations",
                    "messages.conversation_id",
                    "on delete no action, on update no action",
                    "on delete cascade, on update no action"),
            new Mutation(
                    "ALTER TABLE users DROP CONSTRAINT users_email_key",
                    "ALTER TABLE users ADD UNIQUE (email)",
                    "users.email",
                    "unique (email)",
                    "nothing"));

    private final EntitySchema entities =
            ServiceLoader.load(EntitySchema.class).findFirst().orElseThrow();

    @Test
    void hibernatesOwnTables_areNoDifference(PostgresqlServer.Database database) throws Exception {
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
        assertAgrees(Migrator.of(database.dataSource()));
    }

    @Test
    void migratedTables_areNoDifference(PostgresqlServer.Database database) {
        Migrator migrator = Migrator.of(database.dataSource());
        assertThat(migrator.apply().migrations()).hasSize(16);
        assertAgrees(migrator);
        assertThat(migrator.apply().migrations()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> oneChange_isOneDifference(PostgresqlServer.Database database) {
        Migrator migrator = Migrator.of(database.dataSource());
        migrator.apply();
        return MUTATIONS.stream()
                .map(mutation -> DynamicTest.dynamicTest(mutation.sql(), () -> mutate(database, migrator, mutation)));
    }

    private static void mutate(PostgresqlServer.Database database, Migrator migrator, Mutation mutation)
            throws SQLException {
        database.execute(mutation.sql());
        assertThat(migrator.verifySchema().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.place()).isEqualTo(mutation.place());
            assertThat(difference.expected()).isEqualTo(mutation.expected());
            assertThat(difference.found()).isEqualTo(mutation.found());
            assertThat(difference.wayOut()).isNotBlank();
        });
        database.execute(mutation.undo());
        assertThat(migrator.verifySchema().differences()).isEmpty();
    }

    private void assertAgrees(Migrator migrator) {
        SchemaReport report = migrator.verifySchema();
        assertThat(report.differences()).isEmpty();
        assertThat(report.tables()).isEqualTo(11);
    }
}
