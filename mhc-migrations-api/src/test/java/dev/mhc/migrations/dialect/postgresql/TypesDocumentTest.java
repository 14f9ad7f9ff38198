package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.sqlite.SqliteDialect;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of types in docs/types.md is what both dialects write and read. */
@ExtendWith(PostgresqlServer.class)
final class TypesDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/types.md");

    private static final Map<String, ColumnType> FACTORIES = factories();

    private static Map<String, ColumnType> factories() {
        Map<String, ColumnType> factories = new LinkedHashMap<>();
        factories.put("bool()", ColumnType.bool());
        factories.put("smallint()", ColumnType.smallint());
        factories.put("integer()", ColumnType.integer());
        factories.put("bigint()", ColumnType.bigint());
        factories.put("decimal(10, 2)", ColumnType.decimal(10, 2));
        factories.put("decimal(20, 4)", ColumnType.decimal(20, 4));
        factories.put("real()", ColumnType.real());
        factories.put("doublePrecision()", ColumnType.doublePrecision());
        factories.put("character(3)", ColumnType.character(3));
        factories.put("varchar(255)", ColumnType.varchar(255));
        factories.put("text()", ColumnType.text());
        factories.put("binary()", ColumnType.binary());
        factories.put("clob()", ColumnType.clob());
        factories.put("blob()", ColumnType.blob());
        factories.put("date()", ColumnType.date());
        factories.put("time()", ColumnType.time());
        factories.put("timestamp()", ColumnType.timestamp());
        factories.put("timestampTz()", ColumnType.timestampTz());
        factories.put("uuid()", ColumnType.uuid());
        factories.put("json()", ColumnType.json());
        factories.put("declared(\"inet\")", ColumnType.declared("inet"));
        return factories;
    }

    /** What one database makes of a type. */
    private record Made(String declared, String affinity, String read) {}

    @Test
    void everyFactory_hasARow() {
        assertThat(FACTORIES.keySet().stream().map(call -> call.substring(0, call.indexOf('('))))
                .containsAll(Stream.of(ColumnType.class.getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers())
                                && method.getReturnType() == ColumnType.class
                                && !method.getName().equals("of"))
                        .map(method -> method.getName())
                        .toList());
    }

    @Test
    void rows_areWhatBothDatabasesSay(PostgresqlServer.Database database) throws SQLException, IOException {
        List<String> rows = new ArrayList<>();
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
                Connection postgresql = database.connect()) {
            Dialect onSqlite = SqliteDialect.of(sqlite.getMetaData().getDatabaseProductVersion());
            Dialect onPostgresql = PostgresqlDialect.of(postgresql.getMetaData().getDatabaseProductVersion());
            for (Map.Entry<String, ColumnType> factory : FACTORIES.entrySet()) {
                Made lite = make(onSqlite, sqlite, factory.getValue());
                Made postgres = make(onPostgresql, postgresql, factory.getValue());
                rows.add("| `" + factory.getKey() + "` | `" + lite.declared() + "` | " + lite.affinity() + " | `"
                        + postgres.declared() + "` | `" + postgres.read() + "` |");
            }
        }
        List<String> document = Files.readAllLines(DOCUMENT);
        assertThat(document.stream().filter(line -> line.startsWith("| `")).map(TypesDocumentTest::withoutNote))
                .containsExactlyElementsOf(rows);
    }

    private static String withoutNote(String row) {
        return row.substring(0, row.lastIndexOf('|', row.length() - 2) + 1);
    }

    private static Made make(Dialect dialect, Connection connection, ColumnType type) throws SQLException {
        Table table = Table.named("t").column(Column.of("c", type)).build();
        List<Step> steps = dialect.render(new CreateTable(table), Schema.EMPTY);
        String sql = ((Step.Statement) steps.get(0)).sql();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            Schema read = dialect.inspect(connection);
            assertThat(dialect.rules().canonicalType(type))
                    .isEqualTo(dialect.rules()
                            .canonicalType(read.tables().get(0).columns().get(0).type()));
            String affinity = affinity(statement);
            statement.execute("DROP TABLE t");
            return new Made(
                    sql.substring(sql.indexOf("\"c\" ") + 4, sql.lastIndexOf('\n')),
                    affinity,
                    read.tables().get(0).columns().get(0).type().toString());
        }
    }

    /** A table made from a query declares the affinities of what it is made from. */
    private static String affinity(Statement statement) throws SQLException {
        if (!statement.getConnection().getMetaData().getURL().startsWith("jdbc:sqlite")) {
            return "";
        }
        statement.execute("CREATE TABLE copy AS SELECT c FROM t");
        try (ResultSet row = statement.executeQuery("SELECT type FROM pragma_table_info('copy')")) {
            String declared = row.next() ? row.getString(1) : "";
            return switch (declared) {
                case "INT" -> "INTEGER";
                case "NUM" -> "NUMERIC";
                case "" -> "BLOB";
                default -> declared;
            };
        } finally {
            statement.execute("DROP TABLE copy");
        }
    }
}
