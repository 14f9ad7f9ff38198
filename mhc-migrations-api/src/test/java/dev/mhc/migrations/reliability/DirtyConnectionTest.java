package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.SchemaEditor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pool lends what the last borrower left: the result is right or the refusal clear, and it gets back what it lent. */
class DirtyConnectionTest {

    private static final long NEXT = 2025_03_01_000000L;

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void copyTheShop() throws Exception {
        database = folder.resolve("shop.db");
        Databases.copy(Stage.of(Scenario.APPLY).start(), database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foreign_keys = OFF",
                "legacy_alter_table = ON",
                "busy_timeout = 0",
                "recursive_triggers = ON",
                "ignore_check_constraints = ON",
                "defer_foreign_keys = ON",
                "reverse_unordered_selects = ON",
                "writable_schema = ON",
                "full_column_names = ON",
                "short_column_names = OFF",
                "count_changes = ON",
                "case_sensitive_like = ON",
                "locking_mode = EXCLUSIVE"
            })
    void aSettingOfThePool_changesNoResult_andComesBack(String setting) throws Exception {
        for (Scenario scenario : List.of(Scenario.APPLY, Scenario.ROLLBACK)) {
            Databases.copy(Stage.of(scenario).start(), database);
            try (Connection connection = Databases.open(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA " + setting);
                List<String> lent = OnePool.condition(connection);
                // The check of a condition ends a transaction, and this setting with it.
                statement.execute("PRAGMA " + setting);
                scenario.run(scenario.settings(OnePool.of(connection)));
                assertThat(OnePool.condition(connection)).isEqualTo(lent);
            }
            assertThat(Verdict.of(scenario, database, null)).isEmpty();
        }
    }

    @Test
    void aConnectionWithoutAutoCommit_works_andStaysWithoutAutoCommit() throws Exception {
        try (Connection connection = Databases.open(database)) {
            connection.setAutoCommit(false);
            apply(connection);
            assertThat(connection.getAutoCommit()).isFalse();
        }
        assertThat(Verdict.of(Scenario.APPLY, database, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionInsideATransaction_isRefused_andTheTransactionLeftAlone(boolean byDriver) throws Exception {
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            if (byDriver) {
                connection.setAutoCommit(false);
            } else {
                statement.execute("BEGIN");
            }
            statement.execute("INSERT INTO regions (name) VALUES ('Of somebody else')");
            assertRefused(connection, ErrorCode.INSIDE_TRANSACTION);
            assertThat(Fingerprint.rows(statement, "", "SELECT count(*) FROM regions"))
                    .containsExactly("5");
            if (byDriver) {
                connection.commit();
            } else {
                statement.execute("COMMIT");
            }
        }
        assertThat(Databases.query(database, "SELECT count(*) FROM regions")).containsExactly("5");
    }

    @Test
    void aConnectionThatMayOnlyQuery_isRefused() throws Exception {
        assertRefusedAsLent(ErrorCode.READ_ONLY_DATABASE, "PRAGMA query_only = ON");
    }

    @Test
    void aTemporaryHistory_isNeverTakenForTheHistory() throws Exception {
        Scenario.APPLY.run(Scenario.APPLY.settings(FaultDriver.dataSource(database)));
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE mhc_history AS SELECT * FROM main.mhc_history WHERE seq < 3");
            Migrator migrator = Scenario.APPLY.settings(OnePool.of(connection)).build();
            assertThat(migrator.apply().migrations()).isEmpty();
            assertThat(migrator.plan().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMP TABLE mhc_history AS SELECT * FROM main.mhc_history WHERE seq < 3",
                "CREATE TEMP TABLE orders AS SELECT * FROM main.orders",
                "CREATE TEMP TABLE shipments (id, order_id, carrier)",
                "CREATE TEMP VIEW counters AS SELECT name, 7 AS value FROM main.counters",
                "CREATE TEMP TRIGGER meddling AFTER UPDATE ON main.products BEGIN DELETE FROM order_lines; END"
            })
    void temporaryObjects_areRefusedByName(String soil) throws Exception {
        assertRefusedAsLent(ErrorCode.CONNECTION_NOT_CLEAN, soil);
    }

    @Test
    void anAttachedDatabase_isRefusedByName_andLeftAlone() throws Exception {
        Path other = folder.resolve("other.db");
        Databases.copy(Stage.of(Scenario.ROLLBACK).start(), other);
        byte[] before = Files.readAllBytes(other);
        assertRefusedAsLent(ErrorCode.CONNECTION_NOT_CLEAN, "ATTACH '" + other + "' AS other");
        assertThat(Files.readAllBytes(other)).isEqualTo(before);
    }

    @Test
    void theHistoryOfAnAttachedDatabase_isNotTheHistory() throws Exception {
        Path empty = folder.resolve("empty.db");
        try (Connection connection = Databases.open(empty);
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + Stage.of(Scenario.ROLLBACK).start() + "' AS other");
            assertThat(Scenario.APPLY
                            .settings(OnePool.of(connection))
                            .build()
                            .plan()
                            .migrations())
                    .hasSize(World.registry().size());
        }
    }

    @Test
    void anOpenCursor_changesNoResult_orIsRefused() throws Exception {
        Throwable failure = null;
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM orders ORDER BY id")) {
            assertThat(rows.next()).isTrue();
            try {
                apply(connection);
            } catch (MigrationException e) {
                failure = e;
            }
        }
        assertThat(Verdict.of(Scenario.APPLY, database, failure)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Breach.class)
    void aRowThatAPoolWouldLetThrough_isRefused(Breach breach) throws Exception {
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + breach.setting);
            Consumer<SchemaEditor> up = schema -> schema.sql(breach.sql);
            assertThatThrownBy(() -> Scenario.APPLY
                            .settings(OnePool.of(connection))
                            .registries(List.of(World.registry().reversible(NEXT, "Break a rule", up, schema -> {})))
                            .build()
                            .apply())
                    .hasMessageContaining("[StatementFailed] Migration " + NEXT)
                    .hasMessageContaining("constraint failed");
        }
        assertThat(Fingerprint.of(database)).isEqualTo(Stage.of(Scenario.APPLY).end());
    }

    private enum Breach {
        CHECK("ignore_check_constraints = ON", "INSERT INTO products (sku, price) VALUES ('SKU-0', -1)"),
        REFERENCE("foreign_keys = OFF", "INSERT INTO orders (customer_id) VALUES (4711)"),
        LATE_REFERENCE("defer_foreign_keys = ON", "INSERT INTO orders (customer_id) VALUES (4711)");

        private final String setting;
        private final String sql;

        Breach(String setting, String sql) {
            this.setting = setting;
            this.sql = sql;
        }
    }

    @Test
    void aTemporaryTableOfAMigration_endsWithIt() throws Exception {
        Consumer<SchemaEditor> up = schema -> schema.sql("CREATE TEMP TABLE scratch AS SELECT id FROM orders");
        try (Connection connection = Databases.open(database)) {
            List<String> lent = OnePool.condition(connection);
            Scenario.APPLY
                    .settings(OnePool.of(connection))
                    .registries(List.of(World.registry()
                            .reversible(NEXT, "Use a scratch table", up, schema -> {})
                            .reversible(NEXT + 1, "Use another one", up, schema -> {})))
                    .build()
                    .apply();
            assertThat(OnePool.condition(connection)).isEqualTo(lent);
        }
    }

    @Test
    void aPoolThatDoesNotWait_waitsForAMigrationAllTheSame() throws Exception {
        Scenario.APPLY.run(Scenario.APPLY.settings(FaultDriver.dataSource(database)));
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement();
                Connection other = Databases.open(database);
                Statement lock = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            List<String> lent = OnePool.condition(connection);
            Migrator migrator = Scenario.APPLY
                    .settings(OnePool.of(connection))
                    .patience(Duration.ofSeconds(30))
                    .build();
            for (Runnable call : List.<Runnable>of(migrator::apply, migrator::plan, migrator::status)) {
                lock.execute("BEGIN EXCLUSIVE");
                Thread ending = new Thread(() -> endAfterAWhile(lock));
                ending.start();
                call.run();
                ending.join();
            }
            assertThat(OnePool.condition(connection)).isEqualTo(lent);
        }
    }

    private static void endAfterAWhile(Statement lock) {
        try {
            Thread.sleep(200);
            lock.execute("COMMIT");
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void apply(Connection connection) {
        Scenario.APPLY.run(Scenario.APPLY.settings(OnePool.of(connection)));
    }

    private void assertRefusedAsLent(ErrorCode code, String soil) throws Exception {
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(soil);
            List<String> lent = OnePool.condition(connection);
            assertRefused(connection, code);
            assertThat(OnePool.condition(connection)).isEqualTo(lent);
        }
        assertThat(Fingerprint.of(database))
                .isEqualTo(Stage.of(Scenario.APPLY).allowed().get(0));
    }

    private static void assertRefused(Connection connection, ErrorCode code) {
        assertThatThrownBy(() -> apply(connection))
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
