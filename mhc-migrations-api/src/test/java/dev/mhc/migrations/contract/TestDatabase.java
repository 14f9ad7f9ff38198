package dev.mhc.migrations.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.dialect.sqlite.SqliteDialect;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.schema.Schema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A real database of either kind, and how to look at it in words that are the same for both. */
final class TestDatabase {

    private final Kind kind;
    private final DataSource source;

    private TestDatabase(Kind kind, DataSource source) {
        this.kind = kind;
        this.source = source;
    }

    static TestDatabase create(Kind kind, Path folder, PostgresqlServer.Databases server) {
        return new TestDatabase(
                kind,
                switch (kind) {
                    case SQLITE -> sqlite(folder.resolve("test.db"));
                    case POSTGRESQL -> server.create().dataSource();
                });
    }

    private static DataSource sqlite(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        source.setEnforceForeignKeys(true);
        source.setBusyTimeout(60_000);
        return source;
    }

    Kind kind() {
        return kind;
    }

    DataSource dataSource() {
        return source;
    }

    Connection connect() throws SQLException {
        return source.getConnection();
    }

    Migrator migrator(TestRegistry... registries) {
        return builder(registries).build();
    }

    Migrator.Builder builder(TestRegistry... registries) {
        return Migrator.builder(source)
                .registries(Arrays.asList(registries))
                .entitySchemas(List.of())
                .patience(Duration.ofMinutes(1));
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The database does not take the statement. */
    void refuses(String sql) {
        assertThatThrownBy(() -> execute(sql)).as(sql).isInstanceOf(SQLException.class);
    }

    /** The rows of a query, columns joined by a bar; true is 1, and numbers are without zeros that say nothing. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(text(result.getObject(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        }
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool ? "1" : "0";
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return String.valueOf(value);
    }

    Dialect dialect() throws SQLException {
        try (Connection connection = connect()) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            return switch (kind) {
                case SQLITE -> SqliteDialect.of(version);
                case POSTGRESQL -> PostgresqlDialect.of(version);
            };
        }
    }

    /** What there is besides the history. */
    Schema schema() throws SQLException {
        try (Connection connection = connect()) {
            Schema all = dialect().inspect(connection);
            return new Schema(
                    all.tables().stream()
                            .filter(table -> !table.name().startsWith("mhc_"))
                            .toList(),
                    all.views());
        }
    }

    /** All rows of all tables and of the views. */
    List<String> contents() throws SQLException {
        List<String> contents = new ArrayList<>();
        for (var table : schema().tables()) {
            contents.add(table.name());
            contents.addAll(rows("SELECT * FROM \"" + table.name().replace("\"", "\"\"") + "\" ORDER BY 1"));
        }
        return contents;
    }

    /** The history, one line an event. */
    List<String> history() throws SQLException {
        return rows("SELECT seq, event, module, version, description FROM mhc_history ORDER BY seq");
    }
}
