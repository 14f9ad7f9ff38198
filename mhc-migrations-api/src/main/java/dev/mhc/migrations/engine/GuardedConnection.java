package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.schema.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a migration's JDBC work gets. It lets through all but what would end the transaction, notices every
 * failure (also one that the work swallows), and closes what the work left open.
 *
 * <p>Proxies stand in for the JDBC interfaces that lead to each other: classes written out would be some four
 * hundred methods, and a method that a newer JDK adds would slip through them.
 */
final class GuardedConnection implements AutoCloseable {

    private static final Set<String> REFUSED = Set.of(
            "commit",
            "rollback",
            "close",
            "abort",
            "setAutoCommit",
            "setSavepoint",
            "releaseSavepoint",
            "setTransactionIsolation",
            "setReadOnly",
            "unwrap");

    /** The most derived first. */
    private static final List<Class<?>> GUARDED = List.of(
            Connection.class,
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            DatabaseMetaData.class,
            ResultSetMetaData.class,
            ParameterMetaData.class);

    private final Dialect dialect;
    private final OpenTransaction transaction;
    private final Connection guarded;
    private final Set<AutoCloseable> open = Collections.newSetFromMap(new IdentityHashMap<>());

    GuardedConnection(Connection connection, Dialect dialect, OpenTransaction transaction) {
        this.dialect = dialect;
        this.transaction = transaction;
        this.guarded = (Connection) guard(connection, Connection.class, null);
    }

    Connection connection() {
        return guarded;
    }

    /** Closes what was left open: SQLite refuses to drop a table that somebody still reads. */
    @Override
    public void close() throws SQLException {
        Deque<AutoCloseable> left = new ArrayDeque<>(open);
        open.clear();
        for (AutoCloseable closeable : left) {
            try {
                closeable.close();
            } catch (SQLException e) {
                transaction.suspect(e);
            } catch (Exception e) {
                throw new SQLException(e);
            }
        }
    }

    private Object guard(Object target, Class<?> type, @Nullable Object parent) {
        return Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(proxy, target, parent, method, arguments));
    }

    private @Nullable Object call(
            Object proxy, Object target, @Nullable Object parent, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class && !method.getName().equals("toString")) {
            return method.getName().equals("equals")
                    ? arguments != null && proxy == arguments[0]
                    : System.identityHashCode(proxy);
        }
        check(target, method, arguments);
        if (method.getName().equals("getConnection")) {
            return guarded;
        }
        if (method.getName().equals("getStatement") && parent instanceof Statement) {
            return parent;
        }
        try {
            Object result = method.invoke(target, arguments);
            if (method.getName().equals("close")) {
                open.remove(target);
            }
            return result == null ? null : guardResult(result, method.getReturnType(), proxy);
        } catch (InvocationTargetException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            if (failure instanceof SQLException sqlFailure) {
                transaction.suspect(sqlFailure);
            }
            throw failure;
        }
    }

    /** One object of a driver may be several of these: a result set that is its own metadata stands for what was asked. */
    private Object guardResult(Object result, Class<?> declared, Object parent) {
        for (Class<?> type : GUARDED) {
            if (type.isInstance(result) && declared.isAssignableFrom(type)) {
                boolean closedWithParent = result instanceof ResultSet && parent instanceof Statement;
                boolean closes = AutoCloseable.class.isAssignableFrom(type) && !closedWithParent;
                if (closes && result instanceof AutoCloseable closeable) {
                    open.add(closeable);
                }
                return guard(result, type, parent);
            }
        }
        return result;
    }

    private void check(Object target, Method method, Object @Nullable [] arguments) throws SQLException {
        String name = method.getName();
        if ((target instanceof Connection && REFUSED.contains(name)) || name.equals("unwrap")) {
            throw ErrorCode.REFUSED_IN_WORK.with(name);
        }
        boolean takesSql = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
        boolean sends = name.startsWith("execute") || name.startsWith("prepare") || name.equals("addBatch");
        if (sends && takesSql && arguments != null) {
            requireOneAllowedStatement((String) arguments[0]);
        }
        if (sends) {
            transaction.requireOpenIfSuspected();
        }
    }

    /** The dialect judges the text as it judges the SQL of an operation. */
    private void requireOneAllowedStatement(String sql) {
        ExecuteSql operation = new ExecuteSql(Sql.both(sql));
        int statements = dialect.render(operation, Schema.EMPTY).size();
        dialect.outsideTransaction(operation).ifPresent(reason -> {
            throw ErrorCode.STATEMENT_NOT_IN_TRANSACTION.with(
                    sql, "Give it to schema.sql(…) in a migration with @Migration(transactional = false).");
        });
        if (statements > 1) {
            throw ErrorCode.ONE_STATEMENT_AT_A_TIME.with(OperationExecutor.indented(sql));
        }
    }
}
