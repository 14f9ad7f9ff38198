package dev.mhc.migrations.reliability;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * The SQLite driver, with faults. It stands before the real one among the services of the test class path, so that
 * connections which do not come from a data source have their faults, too. Unless a plan is armed, it takes no URL.
 */
public final class FaultDriver implements Driver {

    private static volatile @Nullable FaultPlan armed;

    private final JDBC driver = new JDBC();

    /** From now on calls are counted; the one of the fault goes wrong. */
    static FaultPlan arm(Fault fault) {
        FaultPlan plan = new FaultPlan(fault);
        armed = plan;
        return plan;
    }

    static void disarm() {
        armed = null;
    }

    /** Connects through this driver while a plan is armed, else through the real one. */
    static DataSource dataSource(Path database) {
        FaultDriver driver = new FaultDriver();
        return new PlainDataSource(() -> {
            Connection connection = driver.connect(Databases.url(database), new Properties());
            return connection == null ? Databases.open(database) : connection;
        });
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        FaultPlan plan = armed;
        if (plan == null || !acceptsURL(url)) {
            return null;
        }
        Properties properties = Databases.settings();
        properties.putAll(info);
        return plan.connect(() -> driver.connect(url, properties));
    }

    @Override
    public boolean acceptsURL(String url) {
        return armed != null && driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    /** A data source that does nothing but connect. */
    record PlainDataSource(Source source) implements DataSource {

        /** Opens connections. */
        @FunctionalInterface
        interface Source {
            Connection connect() throws SQLException;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return source.connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return source.connect();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
