package dev.mhc.migrations.change;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The ways in which an application hands connections out. */
final class Lending {

    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    private Lending() {}

    /** A data source that opens a connection for each caller. */
    static DataSource each(Opening opening) {
        return (DataSource) Proxy.newProxyInstance(
                Lending.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return opening.open();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A pool of one connection, which it lends as the last borrower left it. */
    static DataSource pool(Connection connection) {
        Connection lent = (Connection) Proxy.newProxyInstance(
                Lending.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return each(() -> lent);
    }
}
