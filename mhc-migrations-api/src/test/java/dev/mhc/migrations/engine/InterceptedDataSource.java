package dev.mhc.migrations.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real data source whose statements a test sees before and after they run. */
final class InterceptedDataSource {

    /** Opens connections. */
    interface Source {
        Connection connect() throws SQLException;
    }

    /** Sees statements; what it throws, the caller gets in place of the database's answer. */
    interface Interceptor {
        default void before(String sql) throws SQLException {}

        default void after(String sql) throws SQLException {}
    }

    private InterceptedDataSource() {}

    static DataSource plain(Source source) {
        return dataSource(source);
    }

    static DataSource of(Source source, Interceptor interceptor) {
        return dataSource(() -> (Connection) intercept(source.connect(), Connection.class, "", interceptor));
    }

    private static DataSource dataSource(Source source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> source.connect();
            default -> throw new SQLException("not used: " + method);
        });
    }

    private static Object intercept(Object target, Class<?> type, String prepared, Interceptor interceptor) {
        return proxy(type, (proxy, method, arguments) -> {
            String sql =
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
            boolean executes = target instanceof Statement && method.getName().startsWith("execute");
            if (executes) {
                interceptor.before(sql);
            }
            Object result = invoke(target, method, arguments);
            if (executes) {
                interceptor.after(sql);
            }
            if (result instanceof PreparedStatement statement) {
                return intercept(statement, PreparedStatement.class, sql, interceptor);
            }
            if (result instanceof Statement statement) {
                return intercept(statement, Statement.class, sql, interceptor);
            }
            return result;
        });
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(InterceptedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
