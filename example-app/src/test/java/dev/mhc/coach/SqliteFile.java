package dev.mhc.coach;

import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.ParityDifference;
import dev.mhc.migrations.engine.SchemaParity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sqlite.SQLiteDataSource;

/** A database file, worked on past the application. */
record SqliteFile(Path path) {

    String url() {
        return "jdbc:sqlite:" + path;
    }

    Migrator migrator() {
        return migrator(false);
    }

    /** A migrator whose connections check references, or not. */
    Migrator migrator(boolean foreignKeys) {
        SQLiteDataSource dataSource = dataSource();
        dataSource.setEnforceForeignKeys(foreignKeys);
        return Migrator.of(dataSource);
    }

    SQLiteDataSource dataSource() {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl(url());
        return dataSource;
    }

    /** Where the schema of this file is not that of the other. */
    List<ParityDifference> differencesTo(SqliteFile other) {
        return SchemaParity.of(dataSource(), other.dataSource()).compare();
    }

    /** A copy of this file under another name, in place of the one before. */
    SqliteFile copyTo(String name) {
        Path copy = path.resolveSibling(name);
        try {
            Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SqliteFile(copy);
    }

    /** Executes statements in one transaction, foreign keys being off. */
    void execute(List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    /** Executes a script of the test resources, whose statements end with a semicolon at the end of a line. */
    void executeResource(String name) throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(SqliteFile.class.getResourceAsStream(name), name)) {
            execute(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .toList());
        }
    }

    /** The first column of a query. */
    List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
