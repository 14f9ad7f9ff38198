package dev.mhc.migrations.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/** SQLite files as a test sees them: opened past the driver that makes faults. */
final class Databases {

    /** What SQLite keeps beside a database. */
    private static final List<String> SIDES = List.of("-journal", "-wal", "-shm");

    /** The system property that has a process wait for the disk all the same. */
    static final String SYNCHRONOUS = "reliability.synchronous";

    private Databases() {}

    static String url(Path database) {
        return "jdbc:sqlite:" + database;
    }

    static Connection open(Path database) throws SQLException {
        Connection connection = new JDBC().connect(url(database), settings());
        if (connection == null) {
            throw new SQLException("the driver does not take " + url(database));
        }
        return connection;
    }

    /** A process that ends takes nothing with it that the system has, so nothing waits for the disk. */
    static Properties settings() {
        Properties properties = new Properties();
        String synchronous = System.getProperty(SYNCHRONOUS, "OFF");
        if (synchronous.equals("DEFAULT")) {
            return properties;
        }
        properties.put("synchronous", synchronous);
        // Only of a new database: small pages are more points at which a disk can be full.
        properties.put("page_size", "1024");
        return properties;
    }

    static void execute(Path database, String... statements) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static List<String> query(Path database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> first = new ArrayList<>();
            while (rows.next()) {
                first.add(String.valueOf(rows.getString(1)));
            }
            return first;
        }
    }

    /** Copies a closed database over another one, of which nothing stays. */
    static void copy(Path from, Path to) {
        try {
            delete(to);
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path database) {
        try {
            Files.deleteIfExists(database);
            for (String side : SIDES) {
                Files.deleteIfExists(database.resolveSibling(database.getFileName() + side));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
