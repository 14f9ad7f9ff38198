package dev.mhc.coach;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.sqlite.SqliteDialect;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a file's schema means to SQLite, as sorted lines: types are what SQLite stores by them; the order of columns,
 * quoting and white space are not in it. The history is left out.
 */
final class LogicalSchema {

    private LogicalSchema() {}

    static List<String> of(SqliteFile file) throws SQLException {
        try (Connection connection = DriverManager.getConnection(file.url())) {
            Dialect dialect = SqliteDialect.of(connection.getMetaData().getDatabaseProductVersion());
            return dialect.inspect(connection).tables().stream()
                    .filter(table -> !table.name().startsWith("mhc"))
                    .flatMap(table -> lines(table, type -> dialect.rules().canonicalType(type)))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> lines(Table table, Function<ColumnType, String> typeName) {
        Stream<String> columns = table.columns().stream()
                .map(column -> String.join(
                        " ",
                        column.name(),
                        typeName.apply(column.type()),
                        column.nullable() ? "nullable" : "not null",
                        column.defaultValue().toString(),
                        column.generation().toString()));
        return Stream.of(
                        columns,
                        table.primaryKey().stream(),
                        table.foreignKeys().stream(),
                        table.uniqueKeys().stream(),
                        table.checks().stream(),
                        table.indexes().stream())
                .flatMap(Function.identity())
                .map(part -> table.name() + ": " + part);
    }
}
