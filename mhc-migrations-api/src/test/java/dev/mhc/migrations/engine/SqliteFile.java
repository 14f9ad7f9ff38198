package dev.mhc.migrations.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** An SQLite file of a test. */
record SqliteFile(Path path) {

    static SqliteFile in(Path folder) {
        return new SqliteFile(folder.resolve("test.db"));
    }

    String url() {
        return "jdbc:sqlite:" + path;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    DataSource dataSource() {
        return InterceptedDataSource.plain(this::connect);
    }

    Migrator migrator(TestRegistry... registries) {
        return builder(registries).build();
    }

    Migrator.Builder builder(TestRegistry... registries) {
        return Migrator.builder(dataSource()).registries(Arrays.asList(registries));
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows of a query, columns joined by a bar. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                result.add(String.join("|", row));
            }
            return result;
        }
    }

    List<String> history() throws SQLException {
        return query("SELECT seq, event, module, version FROM mhc_history ORDER BY seq");
    }

    List<String> tables() throws SQLException {
        return query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
