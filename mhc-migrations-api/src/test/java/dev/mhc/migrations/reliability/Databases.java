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
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sqlite.JDBC;

/** SQLite files as a test sees them: opened past the driver that makes faults. */
final class Databases {

    /** What the product logs of faults is not wanted between the rows. Referenced, since levels of others are forgotten. */
    private static final Logger PRODUCT = Logger.getLogger("dev.mhc.migrations");

    static {
        PRODUCT.setLevel(Level.OFF);
    }

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

    /**
     * The backup that a database comes with. It is from the future, so that the name of the next one is known: that is just
     * after it.
     */
    static Path givenBackup(Path database) {
        return backup(database, 0);
    }

    /** The first backup that is made of a database which comes with one. */
    static Path madeBackup(Path database) {
        return backup(database, 1);
    }

    private static Path backup(Path database, int millis) {
        return database.resolveSibling(database.getFileName() + ".20990101-000000-00" + millis + ".backup");
    }

    /** Copies a closed database, with its backups, over another one, of which nothing stays. */
    static void copy(Path from, Path to) {
        delete(to);
        for (Path file : of(from)) {
            String suffix = file.getFileName()
                    .toString()
                    .substring(from.getFileName().toString().length());
            copyFile(file, to.resolveSibling(to.getFileName() + suffix));
        }
    }

    static void copyFile(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path database) {
        try {
            for (Path file : of(database)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database and all files beside it that are called after it. */
    static List<Path> of(Path database) {
        try (Stream<Path> files = Files.list(database.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith(database.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
