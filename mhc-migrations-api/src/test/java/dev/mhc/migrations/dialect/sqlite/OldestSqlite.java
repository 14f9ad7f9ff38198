package dev.mhc.migrations.dialect.sqlite;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** The driver with the oldest supported SQLite, which the build copies beside the current one. */
public final class OldestSqlite implements AutoCloseable {

    private final URLClassLoader loader;
    private final Driver driver;

    private OldestSqlite(URLClassLoader loader, Driver driver) {
        this.loader = loader;
        this.driver = driver;
    }

    /** Loads it from where the build copies it. */
    public static OldestSqlite load() throws IOException, ReflectiveOperationException {
        URL jar = Path.of("target/oldest-sqlite/sqlite-jdbc.jar").toUri().toURL();
        URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        Driver driver = (Driver)
                loader.loadClass("org.sqlite.JDBC").getDeclaredConstructor().newInstance();
        return new OldestSqlite(loader, driver);
    }

    Connection connect(Path file) throws SQLException {
        return connectTo("jdbc:sqlite:" + file);
    }

    /** Opens a connection to a URL. */
    public Connection connectTo(String url) throws SQLException {
        Connection connection = driver.connect(url, new Properties());
        if (connection == null) {
            throw new SQLException("The driver does not take the URL");
        }
        return connection;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
