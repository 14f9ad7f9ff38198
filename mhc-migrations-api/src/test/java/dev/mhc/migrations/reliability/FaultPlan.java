package dev.mhc.migrations.reliability;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Counts all calls that reach the database, whatever the connection, and lets one of them go wrong. */
final class FaultPlan implements AutoCloseable {

    private static final Set<String> ENDS =
            Set.of("commit", "rollback", "setAutoCommit", "setSavepoint", "releaseSavepoint", "close");

    private final Fault fault;
    private final List<Connection> opened = new ArrayList<>();
    private final Map<Integer, String> statements = new LinkedHashMap<>();
    private int calls;

    FaultPlan(Fault fault) {
        this.fault = fault;
    }

    /** Whether the run came as far as the fault. */
    boolean struck() {
        return fault.point() > 0 && calls >= fault.point();
    }

    /** The first connection, past the faults. */
    Connection opened() {
        return opened.get(0);
    }

    int calls() {
        return calls;
    }

    /** Which call sent the first statement that begins like this, on whatever connection; 0 if none did. */
    int callOf(String beginning) {
        return statements.entrySet().stream()
                .filter(call -> call.getValue().startsWith(beginning))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    Connection connect(Callable<Connection> driver) throws SQLException {
        try {
            boolean strikes = ++calls == fault.point();
            if (strikes && !fault.kind().isAfter()) {
                throw new SQLException("no connection", "08001");
            }
            Connection connection = driver.call();
            opened.add(connection);
            if (strikes) {
                fault.strike(connection);
            }
            return (Connection) watch(connection, Connection.class, connection);
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    private Object watch(Object target, Class<?> type, Connection connection) {
        boolean[] read = new boolean[1];
        return Proxy.newProxyInstance(
                FaultPlan.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isWrapperFor") && ((Class<?>) arguments[0]).isInstance(proxy)) {
                        return true;
                    }
                    if (!reaches(target, method, read)) {
                        return watchResult(invoke(target, method, arguments), connection);
                    }
                    boolean strikes = ++calls == fault.point();
                    if (strikes && !fault.kind().isAfter()) {
                        fault.strike(connection);
                    }
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                        statements.put(calls, sql);
                    }
                    Object result;
                    try {
                        result = invoke(target, method, arguments);
                    } catch (SQLException answer) {
                        if (strikes && fault.kind().isAfter()) {
                            fault.strike(connection);
                        }
                        throw answer;
                    }
                    if (strikes && fault.kind().isAfter()) {
                        fault.strike(connection);
                    }
                    return watchResult(result, connection);
                });
    }

    /** Of the rows of a result only the first counts: the others come from the same place. */
    private static boolean reaches(Object target, Method method, boolean[] read) {
        String name = method.getName();
        if (target instanceof ResultSet) {
            if (name.equals("next") && !read[0]) {
                read[0] = true;
                return true;
            }
            return name.equals("close");
        }
        return name.startsWith("execute") || name.startsWith("prepare") || ENDS.contains(name);
    }

    private @Nullable Object watchResult(@Nullable Object result, Connection connection) {
        for (Class<?> type : List.of(PreparedStatement.class, Statement.class, ResultSet.class)) {
            if (type.isInstance(result)) {
                return watch(result, type, connection);
            }
        }
        return result;
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Ends the connections that the run left open, as the end of its process would. */
    @Override
    public void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
    }
}
