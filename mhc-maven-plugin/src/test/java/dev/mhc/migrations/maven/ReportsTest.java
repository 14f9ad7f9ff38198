package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.engine.DryRun;
import dev.mhc.migrations.engine.MigrationPlan;
import dev.mhc.migrations.engine.MigrationStatus;
import dev.mhc.migrations.engine.MigrationStatus.State;
import dev.mhc.migrations.engine.PlannedMigration;
import dev.mhc.migrations.engine.PlannedMigration.Direction;
import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.operation.DropTable;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.Difference.Severity;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportsTest {

    private static final PlannedMigration MIGRATION = new PlannedMigration(
            "app",
            20250601180102L,
            "Add is_verified to users",
            "app.M1",
            "0".repeat(64),
            Direction.UP,
            List.of(new DropTable("x")));

    @Test
    void status_isAlignedAndCounted() {
        List<MigrationStatus> migrations = List.of(
                status("app", 20250101000000L, "Create initial tables", State.APPLIED, Duration.ofMillis(1234)),
                status("app", 20250601180102L, "Add is_verified", State.PENDING, null));

        assertThat(StatusReport.lines(migrations))
                .containsExactly(
                        "version            description            state    when (UTC)           took",
                        "2025_01_01_000000  Create initial tables  applied  2025-06-01 12:00:00  1.2 s",
                        "2025_06_01_180102  Add is_verified        pending",
                        "",
                        "2 migrations: 1 applied, 1 pending");
    }

    @Test
    void statusJson_hasEveryMigration_withNullForWhatIsNotThere() throws Exception {
        List<MigrationStatus> migrations = List.of(
                status("app", 20250101000000L, "Create \"<größe>\" \u0001", State.CHANGED, Duration.ofMillis(1234)),
                status("app", Long.MAX_VALUE, "Later", State.OUT_OF_ORDER, null));
        String url = "jdbc:postgresql://localhost/shop";

        JsonNode json = new ObjectMapper()
                .readTree(StatusReportJson.write("shop", new DatabaseUrl(url, Optional.empty()), migrations));

        assertThat(json.get("format").asInt()).isEqualTo(1);
        assertThat(json.get("report").asText()).isEqualTo("status");
        assertThat(json.get("module").asText()).isEqualTo("shop");
        assertThat(json.get("database").asText()).isEqualTo(url);
        assertThat(json.at("/counts/out_of_order").asInt()).isEqualTo(1);
        assertThat(json.at("/counts/applied").asInt()).isZero();
        assertThat(json.get("counts")).hasSize(State.values().length);
        assertThat(json.get("migrations").get(0).toString())
                .isEqualTo("{\"version\":\"20250101000000\",\"module\":\"app\","
                        + "\"description\":\"Create \\\"<größe>\\\" \\u0001\",\"state\":\"changed\","
                        + "\"appliedAt\":\"2025-06-01T12:00:00Z\",\"durationMillis\":1234,\"appliedBy\":\"scott\","
                        + "\"appliedChecksum\":\"" + "a".repeat(64) + "\",\"compiledChecksum\":\"" + "c".repeat(64)
                        + "\"}");
        assertThat(json.get("migrations").get(1).toString())
                .isEqualTo("{\"version\":\"9223372036854775807\",\"module\":\"app\",\"description\":\"Later\","
                        + "\"state\":\"out_of_order\",\"appliedAt\":null,\"durationMillis\":null,\"appliedBy\":null,"
                        + "\"appliedChecksum\":null,\"compiledChecksum\":\"" + "c".repeat(64) + "\"}");
    }

    @Test
    void status_namesModules_ifThereAreSeveral() {
        List<MigrationStatus> migrations = List.of(
                status("app", 1, "A", State.APPLIED, Duration.ZERO), status("library", 2, "B", State.PENDING, null));

        assertThat(StatusReport.lines(migrations).get(0)).startsWith("module   version  description");
        assertThat(StatusReport.lines(migrations).get(2)).startsWith("library  2        B");
    }

    @Test
    void dryRun_listsStatementsProbesAndCode() {
        DryRun dryRun = new DryRun(List.of(new DryRun.Rendered(
                MIGRATION,
                List.of(
                        new Step.Statement("ALTER TABLE x\nADD y", "adds y"),
                        new Step.Probe("SELECT 1", "Rows have no y. Fill them.\nmore"),
                        new Step.Work("Hash passwords", connection -> {})))));

        assertThat(DryRunReport.lines(dryRun))
                .containsExactly(
                        "",
                        "-- up  2025_06_01_180102  Add is_verified to users",
                        "-- adds y",
                        "ALTER TABLE x",
                        "ADD y;",
                        "-- stops if this finds rows: Rows have no y. Fill them.",
                        "SELECT 1;",
                        "-- runs code, not run now: Hash passwords",
                        "");
    }

    @Test
    void differences_areOneTable() {
        SchemaReport report = new SchemaReport(
                List.of(
                        new Difference(
                                Severity.ERROR,
                                Difference.Code.MISSING_COLUMN,
                                "users",
                                Optional.of("email"),
                                "varchar(255) not null",
                                "nothing",
                                "Add it."),
                        new Difference(
                                Severity.INFO,
                                Difference.Code.EXTRA_COLUMN,
                                "users",
                                Optional.of("x"),
                                "nothing",
                                "text",
                                "Map it,\n or drop it.")),
                List.of(),
                new SchemaReport.Compared("SQLite", "3", List.of("app.User"), List.of("users"), List.of()),
                List.of(),
                List.of());

        assertThat(SchemaReportTable.lines(report))
                .containsExactly(
                        "severity  place        expected               found    way out",
                        "error     users.email  varchar(255) not null  nothing  Add it.",
                        "info      users.x      nothing                text     Map it, or drop it.");
        assertThat(SchemaReportTable.counts(report)).isEqualTo("2 places (1 error, 1 info)");
    }

    @Test
    void rollbackPreview_countsWhatGoes(@TempDir Path folder) throws Exception {
        DriverDataSource dataSource =
                new DriverDataSource(new org.sqlite.JDBC(), "jdbc:sqlite:" + folder.resolve("a.db"), Credentials.NONE);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");
            statement.executeUpdate("INSERT INTO users (email) VALUES ('a'), (NULL), ('c')");
        }
        PlannedMigration down = new PlannedMigration(
                "app", 7, "Users", "app.M7", "0".repeat(64), Direction.DOWN, OperationRecorder.record(schema -> {
                    schema.alterTable("users", t -> {
                        t.dropColumn("email");
                        t.dropColumn("not_there");
                    });
                    schema.dropTable("users");
                    schema.dropTable("renamed_before");
                    schema.sql(Sql.sqlite("DELETE FROM a\n  WHERE b").postgresql("TRUNCATE a"));
                    schema.run("Forget", connection -> {});
                }));

        assertThat(RollbackPreview.lines(new MigrationPlan(List.of(down), List.of()), dataSource, true))
                .containsExactly(
                        "will roll back  7  Users",
                        "  drops column users.email (2 values)",
                        "  drops column users.not_there",
                        "  drops table users (3 rows)",
                        "  drops table renamed_before",
                        "  executes DELETE FROM a WHERE b",
                        "  runs code: Forget");
    }

    @Test
    void rollbackPreview_namesBackfills(@TempDir Path folder) throws Exception {
        DriverDataSource dataSource =
                new DriverDataSource(new org.sqlite.JDBC(), "jdbc:sqlite:" + folder.resolve("a.db"), Credentials.NONE);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE users (id INTEGER PRIMARY KEY, a, b)");
            statement.executeUpdate("INSERT INTO users (a) VALUES (1), (2)");
        }
        PlannedMigration down = new PlannedMigration(
                "app",
                7,
                "Users",
                "app.M7",
                "0".repeat(64),
                Direction.DOWN,
                OperationRecorder.record(
                        schema -> schema.backfill("users").set("a", "b").set("b", "a")));

        assertThat(RollbackPreview.lines(new MigrationPlan(List.of(down), List.of()), dataSource, true))
                .containsExactly(
                        "will roll back  7  Users", "  backfills users.a, users.b in batches of 10,000 rows (2 rows)");
    }

    @Test
    void batches_areToldEveryTenSeconds_andSummedUp() {
        List<CharSequence> lines = new ArrayList<>();
        AtomicLong seconds = new AtomicLong();
        SystemStreamLog log = new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                lines.add(content);
            }
        };
        try (Progress progress =
                new Progress(log, () -> Duration.ofSeconds(seconds.get()).toNanos())) {
            progress.planned(new MigrationPlan(List.of(MIGRATION), List.of()));
            progress.step(MIGRATION, "UPDATE users", 1, 1);
            for (int second = 0; second < 25; second++) {
                seconds.set(second);
                progress.progress(MIGRATION, "users", second * 1000L, 25_000, Duration.ofSeconds(25 - second));
                progress.tick();
            }
            progress.noted(MIGRATION, "backfilled users: 25,000 rows in 25 batches");
            progress.finished(MIGRATION, Duration.ofSeconds(25));
        }

        assertThat(lines)
                .containsExactly(
                        "running   2025_06_01_180102  users: 10,000 rows of 25,000, 15.0 s left  (10.0 s so far)",
                        "running   2025_06_01_180102  users: 20,000 rows of 25,000, 5.0 s left  (20.0 s so far)",
                        "          backfilled users: 25,000 rows in 25 batches",
                        "applied  2025_06_01_180102  Add is_verified to users  25.0 s");
    }

    @Test
    void longStep_isToldEveryTenSeconds_untilItsEnd() {
        List<CharSequence> lines = new ArrayList<>();
        AtomicLong seconds = new AtomicLong();
        SystemStreamLog log = new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                lines.add(content);
            }
        };
        try (Progress progress =
                new Progress(log, () -> Duration.ofSeconds(seconds.get()).toNanos())) {
            progress.planned(new MigrationPlan(List.of(MIGRATION), List.of()));
            progress.step(MIGRATION, "CREATE INDEX i ON t (c)", 2, 3);
            for (int second = 0; second < 25; second++) {
                seconds.set(second);
                progress.tick();
            }
            progress.finished(MIGRATION, Duration.ofSeconds(25));
            seconds.set(99);
            progress.tick();
        }

        assertThat(lines)
                .containsExactly(
                        "running   2025_06_01_180102  operation 2 of 3: CREATE INDEX i ON t (c)  (10.0 s so far)",
                        "running   2025_06_01_180102  operation 2 of 3: CREATE INDEX i ON t (c)  (20.0 s so far)",
                        "applied  2025_06_01_180102  Add is_verified to users  25.0 s");
    }

    @Test
    void durations_areWrittenForPeople() {
        assertThat(Wording.duration(Duration.ofNanos(1))).isEqualTo("0 ms");
        assertThat(Wording.duration(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Wording.duration(Duration.ofMillis(59_900))).isEqualTo("59.9 s");
        assertThat(Wording.duration(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    }

    private static MigrationStatus status(
            String module,
            long version,
            String description,
            State state,
            @org.jspecify.annotations.Nullable Duration took) {
        return new MigrationStatus(
                module,
                version,
                description,
                state,
                Optional.ofNullable(took).map(t -> Instant.parse("2025-06-01T12:00:00Z")),
                Optional.ofNullable(took),
                Optional.ofNullable(took).map(t -> "scott"),
                Optional.ofNullable(took).map(t -> "a".repeat(64)),
                Optional.of("c".repeat(64)));
    }
}
