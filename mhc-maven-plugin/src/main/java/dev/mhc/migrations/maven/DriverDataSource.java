package dev.mhc.migrations.maven;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connects by one driver to one URL, as one user; no pool. */
final class DriverDataSource implements DataSource {

    private final Driver driver;
    private final String url;
    private final Credentials credentials;

    DriverDataSource(Driver driver, String url, Credentials credentials) {
        this.driver = driver;
        this.url = url;
        this.credentials = credentials;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = connect();
        if (connection == null) {
            throw new SQLException("The driver does not accept " + DatabaseUrl.redact(url));
        }
        return connection;
    }

    private @Nullable Connection connect() throws SQLException {
        try {
            return driver.connect(url, credentials.forDriver());
        } catch (SQLException e) {
            throw url.startsWith(DatabaseUrl.POSTGRESQL)
                    ? ConnectionFailure.explained(e, DatabaseUrl.redact(url), credentials)
                    : e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The credentials of the goal hold");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("There is no log to write");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The driver's own timeout holds");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!isWrapperFor(type)) {
            throw new SQLException("This is no " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
