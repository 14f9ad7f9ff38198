package dev.mhc.migrations.dialect.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test an empty database of one real server, which is stopped after the last test. */
final class PostgresqlServer implements ParameterResolver {

    /** An empty database. */
    record Database(String url) {
        Connection connect() throws SQLException {
            return DriverManager.getConnection(url);
        }
    }

    private static final Namespace NAMESPACE = Namespace.create(PostgresqlServer.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private record Server(EmbeddedPostgres process) implements AutoCloseable {

        static Server start() {
            Path folder = Path.of("target", "embedded-postgresql").toAbsolutePath();
            try {
                return new Server(EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setServerConfig("max_connections", "20")
                        .setServerConfig("timezone", "Asia/Tokyo")
                        .start());
            } catch (IOException failure) {
                throw new UncheckedIOException("embedded PostgreSQL did not start", failure);
            }
        }

        @Override
        public void close() throws IOException {
            process.close();
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
                .computeIfAbsent("server", unused -> Server.start(), Server.class)
                .process();
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("no database " + name, failure);
        }
        return new Database(server.getJdbcUrl("postgres", name));
    }
}
