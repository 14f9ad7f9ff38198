package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.CreateIndex;
import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations and the SQL that they become, kept under {@code golden/postgresql} and refreshed with
 * {@code -Dgoldens.update}. All of it runs on a real server, on tables with rows, in one transaction a case.
 */
@ExtendWith(PostgresqlServer.class)
final class PostgresqlGoldenTest {

    private static final Path GOLDENS = Path.of("src/test/resources/golden/postgresql");

    private final PostgresqlDialect dialect = PostgresqlDialect.of("17.11");

    static Stream<GoldenCase> cases() {
        return GoldenCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sql_isTheGoldenOne_andRuns(GoldenCase golden, PostgresqlServer.Database database) throws Exception {
        try (Connection connection = database.connect()) {
            for (String sql : golden.before()) {
                execute(connection, sql);
            }
            connection.setAutoCommit(false);
            String rendered = renderAndRun(golden, connection);
            for (GoldenCase.Fact fact : golden.after()) {
                assertThat(rows(connection, fact.query())).as(fact.query()).isEqualTo(fact.rows());
            }
            connection.commit();
            Path file = GOLDENS.resolve(golden.name() + ".sql");
            if (System.getProperty("goldens.update") != null) {
                Files.createDirectories(GOLDENS);
                Files.writeString(file, rendered);
            }
            assertThat(rendered).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void everyGolden_belongsToACase() throws IOException {
        try (Stream<Path> files = Files.list(GOLDENS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            cases().map(golden -> golden.name() + ".sql").toList());
        }
    }

    private String renderAndRun(GoldenCase golden, Connection connection) throws Exception {
        List<String> text = new ArrayList<>();
        for (Operation operation : OperationRecorder.record(golden.migration())) {
            text.add("-- " + operation.describe());
            try {
                Schema before = dialect.inspect(connection, dialect.reads(operation));
                assertThat(before.tables()).hasSizeLessThanOrEqualTo(operation instanceof AlterTable ? 1 : 0);
                List<Step> steps = dialect.render(operation, before);
                steps.forEach(step -> text.add(text(step)));
                for (Step step : steps) {
                    run(connection, operation, step);
                }
                checkCreated(connection, operation);
            } catch (MigrationException refused) {
                String message = String.valueOf(refused.getMessage());
                text.add("-- refused: " + message.replace("\n", "\n--   "));
                assertThat(golden.isRefused()).as(message).isTrue();
            }
        }
        return String.join("\n", text) + "\n";
    }

    private static void run(Connection connection, Operation operation, Step step) throws Exception {
        if (step instanceof Step.Work work) {
            work.work().run(connection);
        } else if (operation instanceof CreateIndex create && create.concurrently()) {
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, ((Step.Statement) step).sql());
            connection.setAutoCommit(false);
        } else {
            execute(connection, ((Step.Statement) step).sql());
        }
    }

    /** What was created is what the inspector reads. */
    private void checkCreated(Connection connection, Operation operation) throws SQLException {
        if (operation instanceof CreateTable create) {
            Schema live = dialect.inspect(connection, Set.of(create.table().name()));
            assertThat(SchemaDiff.compare(new Schema(List.of(create.table())), live, dialect.rules()))
                    .isEmpty();
            assertThat(SchemaDiff.compare(live, new Schema(List.of(create.table())), dialect.rules()))
                    .isEmpty();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    private static String text(Step step) {
        if (step instanceof Step.Statement statement) {
            return (statement.comment().isEmpty() ? "" : "-- " + statement.comment() + "\n") + statement.sql() + ";";
        }
        return "-- work: " + ((Step.Work) step).description();
    }
}
