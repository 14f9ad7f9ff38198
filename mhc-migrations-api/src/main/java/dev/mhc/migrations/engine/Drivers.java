package dev.mhc.migrations.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Connections that no data source lends, by the drivers that a class loader finds. */
record Drivers(ClassLoader loader) {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    /** A connection of its own, if a driver takes the URL. */
    Optional<Connection> connect(String url) throws SQLException {
        for (Driver driver : all()) {
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
        for (Driver driver : all()) {
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

    /** All that can be loaded: a services entry without its class is no reason to do without the others. */
    private List<Driver> all() {
        List<Driver> drivers = new ArrayList<>();
        Iterator<ServiceLoader.Provider<Driver>> providers =
                ServiceLoader.load(Driver.class, loader).stream().iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return drivers;
                }
                drivers.add(providers.next().get());
            } catch (ServiceConfigurationError e) {
                LOG.log(System.Logger.Level.DEBUG, "A JDBC driver cannot be loaded", e);
            }
        }
    }

    private static Optional<Connection> connect(Driver driver, String url) throws SQLException {
        return driver.acceptsURL(url) ? Optional.ofNullable(driver.connect(url, new Properties())) : Optional.empty();
    }
}
