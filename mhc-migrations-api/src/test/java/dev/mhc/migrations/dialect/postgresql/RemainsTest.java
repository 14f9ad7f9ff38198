package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Aftermath;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
final class RemainsTest {

    private final PostgresqlDialect dialect = PostgresqlDialect.of("17.11");

    private PostgresqlServer.Database database;

    @BeforeEach
    void keep(PostgresqlServer.Database of) throws SQLException {
        database = of;
        execute(
                "CREATE SCHEMA IF NOT EXISTS \"Odd.One\"",
                "DROP TABLE IF EXISTS users, others CASCADE",
                "CREATE TABLE users (id bigint, email text)",
                "CREATE TABLE others (email text)",
                "INSERT INTO users VALUES (1, 'a'), (2, 'a')");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<Operation> operations(Consumer<SchemaEditor> up) {
        return OperationRecorder.record(up);
    }

    private static List<Operation> sql(String sql) {
        return operations(schema -> schema.sql(Sql.sqlite(Sql.none()).postgresql(sql)));
    }

    private Aftermath look(List<Operation> operations) throws SQLException {
        try (Connection connection = database.connect()) {
            return dialect.aftermath(operations.get(0), connection);
        }
    }

    private List<String> before(List<Operation> operations) throws SQLException {
        return ((Aftermath.Again) look(operations))
                .before().stream().map(it -> it.sql()).toList();
    }

    private static List<Operation> unique() {
        return operations(schema -> schema.createIndex("ix_users_email")
                .on("users", "email")
                .unique()
                .concurrently());
    }

    @Test
    void createdIndex_isDoneIfValid_removedIfNot_andRefusedOnAnotherTable() throws SQLException {
        String raw = "create unique index concurrently ix_users_email on users (email)";
        assertThat(before(unique())).isEmpty();
        assertThat(before(sql(raw))).isEmpty();
        assertThatThrownBy(() -> execute(raw)).hasMessageContaining("could not create unique index");

        assertThat(before(unique())).containsExactly("DROP INDEX CONCURRENTLY public.ix_users_email");
        assertThat(before(sql(raw))).containsExactly("DROP INDEX CONCURRENTLY public.ix_users_email");
        execute(before(unique()).get(0), "DELETE FROM users WHERE id = 2");
        assertThat(before(unique())).isEmpty();

        execute(raw);
        assertThat(look(unique())).isEqualTo(new Aftermath.Done());
        assertThat(look(sql(raw))).isEqualTo(new Aftermath.Done());
        assertThat(before(sql("CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_users_email ON users (email)")))
                .isEmpty();
        assertThatThrownBy(() -> look(sql("CREATE INDEX CONCURRENTLY \"ix_users_email\" ON public.others (email)")))
                .hasMessageContaining("[IndexNameTaken]");
    }

    @Test
    void droppedIndex_isDoneIfGone_andDroppedAgainIfThere() throws SQLException {
        List<Operation> drop =
                operations(schema -> schema.dropIndex("ix_users_email").concurrently());
        assertThat(look(drop)).isEqualTo(new Aftermath.Done());
        assertThat(look(sql("DROP INDEX CONCURRENTLY ix_users_email"))).isEqualTo(new Aftermath.Done());
        assertThat(before(sql("DROP INDEX CONCURRENTLY IF EXISTS ix_users_email")))
                .isEmpty();
        execute("CREATE INDEX ix_users_email ON users (email)");
        assertThat(before(drop)).isEmpty();
    }

    @Test
    void reindexedTable_losesTheCopiesThatFailed() throws SQLException {
        execute("CREATE INDEX ix_users_email ON users (email)");
        assertThatThrownBy(() -> execute("CREATE UNIQUE INDEX CONCURRENTLY ix_users_email_ccnew ON users (email)"))
                .isInstanceOf(SQLException.class);
        List<String> drops = List.of("DROP INDEX CONCURRENTLY public.ix_users_email_ccnew");
        assertThat(before(sql("REINDEX TABLE CONCURRENTLY users"))).isEqualTo(drops);
        assertThat(before(sql("REINDEX (VERBOSE) INDEX CONCURRENTLY public.ix_users_email")))
                .isEqualTo(drops);
        assertThat(before(sql("REINDEX TABLE CONCURRENTLY others"))).isEmpty();
        assertThat(before(sql("REINDEX SCHEMA CONCURRENTLY public"))).isEqualTo(drops);
        assertThat(before(sql("REINDEX SCHEMA CONCURRENTLY \"Odd.One\""))).isEmpty();
    }

    @Test
    void others_areRepeatedOrNotKnown() throws SQLException {
        assertThat(before(sql("VACUUM users"))).isEmpty();
        assertThat(before(sql("ALTER SYSTEM SET work_mem = '4MB'"))).isEmpty();
        assertThat(look(sql("CREATE DATABASE x"))).isEqualTo(new Aftermath.Unknown());
        assertThat(look(sql("REINDEX DATABASE CONCURRENTLY x"))).isEqualTo(new Aftermath.Unknown());
    }

    private List<String> reasons(List<Operation> operations) {
        List<String> reasons = new ArrayList<>();
        List<Operation> before = new ArrayList<>();
        for (Operation operation : operations) {
            for (Operation part : dialect.divide(operation)) {
                dialect.outsideTransaction(part)
                        .or(() -> dialect.needsCommitOf(before, part))
                        .ifPresent(reasons::add);
                before.add(part);
            }
        }
        return reasons;
    }

    @Test
    void whatCannotShareATransaction_isKnown_andDividedFromTheRest() {
        assertThat(reasons(unique())).containsExactly("CREATE INDEX CONCURRENTLY runs only outside of a transaction");
        assertThat(reasons(operations(schema -> schema.dropIndex("x").concurrently())))
                .containsExactly("DROP INDEX CONCURRENTLY runs only outside of a transaction");
        assertThat(dialect.divide(sql("SELECT 1; VACUUM users; SELECT 2").get(0)))
                .hasSize(3);
        assertThat(dialect.divide(sql("SELECT 1; SELECT 2").get(0))).hasSize(1);
        assertThat(reasons(sql("SELECT 1; VACUUM users"))).hasSize(1);
        assertThat(reasons(sql("ALTER TYPE mood ADD VALUE 'it''s'; UPDATE users SET mood = 'it''s'")))
                .containsExactly("it uses the value 'it's', which is added to an enum before it");
        assertThat(reasons(sql("ALTER TYPE mood ADD VALUE 'ok'; UPDATE users SET mood = 'sad'")))
                .isEmpty();
        assertThat(reasons(sql("CREATE TYPE mood AS ENUM ('a'); ALTER TYPE mood ADD VALUE 'ok'; SELECT 'ok'::mood")))
                .isEmpty();
    }

    @Test
    void validation_isDividedFromWhatItValidates() {
        List<Operation> operations = operations(schema -> schema.alterTable("users", t -> {
            t.addCheck("ck_users_id", "id > 0").notValid();
            t.validateCheck("ck_users_id");
        }));
        assertThat(dialect.divide(operations.get(0))).hasSize(2);
        assertThat(reasons(operations)).singleElement().asString().startsWith("it validates what is added NOT VALID");
        assertThat(reasons(operations(schema -> schema.alterTable("users", t -> t.validateCheck("ck_users_id")))))
                .isEmpty();
    }

    @Test
    void everyPartThatIsOutside_isOneStatement() {
        for (Operation operation : unique()) {
            assertThat(dialect.render(operation, Schema.EMPTY)).hasSize(1);
        }
    }
}
