package dev.mhc.migrations.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

/** Connections that no data source lends, by the drivers that a class loader finds. */
record Drivers(ClassLoader loader) {

    /** A connection of its own, if a driver takes the URL. */
    Optional<Connection> connect(String url) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            Optional<Connection> connection = connect(driver, url);
            if (connection.isPresent()) {
                return connection;
            }
        }
        return Optional.empty();
    }

    /**
     * A connection made by the very driver that made {@code sibling}. A file that is opened through two copies of SQLite in
     * one process loses its locks as soon as one of them closes it, and a driver that two class loaders load has two.
     *
     * @param scratchUrl a private database, opened to see what connections a driver makes
     */
    Optional<Connection> connectBeside(Connection sibling, String scratchUrl, String url) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            Optional<Connection> scratch = connect(driver, scratchUrl);
            if (scratch.isPresent()) {
                try (Connection connection = scratch.get()) {
                    if (!sibling.isWrapperFor(connection.getClass())) {
                        continue;
                    }
                }
                return connect(driver, url);
            }
        }
        return Optional.empty();
    }

    private static Optional<Connection> connect(Driver driver, String url) throws SQLException {
        return driver.acceptsURL(url) ? Optional.ofNullable(driver.connect(url, new Properties())) : Optional.empty();
    }
}
