package dev.mhc.coach;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test an empty PostgreSQL database; one server, started with the first of them, serves all. */
final class PostgresServer implements ParameterResolver {

    /** An empty database. */
    record Database(String url) {}

    private static final Namespace NAMESPACE = Namespace.create(PostgresServer.class);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private record Running(EmbeddedPostgres server) implements AutoCloseable {

        static Running start() {
            try {
                return new Running(EmbeddedPostgres.builder().start());
            } catch (IOException e) {
                throw new UncheckedIOException("The PostgreSQL server does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        EmbeddedPostgres server = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("server", key -> Running.start(), Running.class)
                .server();
        String name = "coach" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new ParameterResolutionException("CREATE DATABASE " + name, e);
        }
        return new Database(server.getJdbcUrl("postgres", name));
    }
}
