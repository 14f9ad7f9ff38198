package dev.mhc.migrations.contract;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static dev.mhc.migrations.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaDiff;
import dev.mhc.migrations.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A database of either kind in which two tables have rows, and ways to change it back and forth. */
abstract class Contract {

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Kind kind;

    @SuppressWarnings("NullAway.Init")
    TestDatabase database;

    @BeforeEach
    void create(@TempDir Path folder, PostgresqlServer.Databases server) {
        database = TestDatabase.create(kind, folder, server);
    }

    static void users(SchemaEditor schema) {
        schema.createTable("users", t -> {
            t.id();
            t.column("email", varchar(255));
            t.column("name", text());
        });
        schema.sql("INSERT INTO users (email, name) VALUES ('a@example.com', 'A'), ('b@example.com', NULL)");
    }

    static void posts(SchemaEditor schema) {
        schema.createTable("posts", t -> {
            t.column("id", bigint()).primaryKey();
            t.column("user_id", bigint()).notNull().references("users", "id").onDelete(CASCADE);
            t.column("title", text());
            t.column("score", integer());
            t.column("a", integer());
            t.column("b", integer());
            t.check("score_positive", "score > 0");
        });
        schema.createIndex("ix_posts_title").on("posts", "title");
        schema.sql("INSERT INTO posts VALUES (1, 1, 'first', 5, 1, 1), (2, 2, 'second', NULL, 2, 2)");
    }

    /** The tables with rows. */
    static TestRegistry start() {
        return TestRegistry.app()
                .reversible(1, "Users", Contract::users, schema -> schema.dropTable("users"))
                .reversible(2, "Posts", Contract::posts, schema -> schema.dropTable("posts"));
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Look {
        void look() throws Exception;
    }

    /** Changes the tables with rows, looks at them, and rolls back: then all is as it was. */
    void changed(Consumer<SchemaEditor> up, Consumer<SchemaEditor> down, Look then) throws Exception {
        changed(start().reversible(3, "Change", up, down), then);
    }

    /** The same for registries whose first two migrations are those of {@link #start}. */
    void changed(TestRegistry registry, Look then) throws Exception {
        database.migrator(start()).apply();
        Schema schema = database.schema();
        List<String> contents = database.contents();
        database.migrator(registry).apply();
        then.look();
        database.migrator(registry).rollbackTo(2);
        assertSame(schema);
        assertThat(database.contents()).isEqualTo(contents);
        database.migrator(registry).apply();
    }

    /** A change that is refused, and leaves everything as it was. */
    MigrationException refused(Consumer<SchemaEditor> up) throws Exception {
        return refused(start().reversible(3, "Change", up, schema -> {}));
    }

    MigrationException refused(TestRegistry registry) throws Exception {
        database.migrator(start()).apply();
        return unchanged(() -> database.migrator(registry).apply());
    }

    MigrationException unchanged(ThrowingCallable call) throws Exception {
        Schema schema = database.schema();
        List<String> contents = database.contents();
        List<String> history = database.history();
        MigrationException refusal = catchThrowableOfType(MigrationException.class, call);
        assertThat(refusal).isNotNull();
        assertSame(schema);
        assertThat(database.contents()).isEqualTo(contents);
        assertThat(database.history()).isEqualTo(history);
        return refusal;
    }

    void assertSame(Schema expected) throws SQLException {
        Schema found = database.schema();
        assertThat(SchemaDiff.compare(expected, found, database.dialect().rules()))
                .isEmpty();
        assertThat(SchemaDiff.compare(found, expected, database.dialect().rules()))
                .isEmpty();
    }

    /** How the database differs from tables as a migration would create them. */
    List<Difference> differences(Consumer<SchemaEditor> expected) {
        List<Table> tables = OperationRecorder.record(expected).stream()
                .filter(CreateTable.class::isInstance)
                .map(create -> ((CreateTable) create).table())
                .toList();
        EntitySchema entities = new EntitySchema() {
            @Override
            public String module() {
                return "app";
            }

            @Override
            public Schema schema() {
                return new Schema(tables);
            }

            @Override
            public List<String> entities() {
                return tables.stream().map(Table::name).toList();
            }
        };
        return database.builder()
                .entitySchemas(List.of(entities))
                .build()
                .verifySchema()
                .differences();
    }
}
