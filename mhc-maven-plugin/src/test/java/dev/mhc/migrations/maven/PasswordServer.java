package dev.mhc.migrations.maven;

import dev.mhc.migrations.fixture.ServerFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** A real PostgreSQL server that lets the user {@code scott} in by password alone. */
final class PasswordServer implements AutoCloseable {

    static final String PASSWORD = "t1ger's \"p\\ss";

    private final EmbeddedPostgres process;

    private final ServerFolder.Owned data;

    private PasswordServer(EmbeddedPostgres process, ServerFolder.Owned data) {
        this.process = process;
        this.data = data;
    }

    static PasswordServer start() throws IOException, SQLException {
        return start(Map.of());
    }

    /** Starts one whose settings are not all those by default. */
    static PasswordServer start(Map<String, String> settings) throws IOException, SQLException {
        Path folder = Path.of("target", "embedded-postgresql").toAbsolutePath();
        ServerFolder.Owned data = ServerFolder.of(folder).create();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setDataDirectory(data.file());
        settings.forEach(builder::setServerConfig);
        PasswordServer server = new PasswordServer(builder.start(), data);
        server.execute("postgres", "CREATE ROLE scott LOGIN PASSWORD '" + PASSWORD.replace("'", "''") + "'");
        try (Connection connection = server.process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("SHOW hba_file")) {
            file.next();
            Files.writeString(
                    Path.of(file.getString(1)),
                    "host all postgres all trust\nhost all all all scram-sha-256\nlocal all all trust\n");
        }
        server.execute("postgres", "SELECT pg_reload_conf()");
        return server;
    }

    /** Makes an empty database of scott's. */
    DatabaseUrl create(String database) throws Exception {
        execute("postgres", "CREATE DATABASE \"" + database + "\" OWNER scott");
        return new DatabaseUrl("jdbc:postgresql://localhost:" + process.getPort() + "/" + database, Optional.empty());
    }

    /** Executes as scott; returns the first column of the last statement that has one, a value a line. */
    String asScott(DatabaseUrl url, String... statements) throws SQLException {
        return execute(data(url, new Credentials("the test", "scott", PASSWORD)).getConnection(), statements);
    }

    /** Executes as the superuser, otherwise like {@link #asScott}. */
    String asSuperuser(String database, String... statements) throws SQLException {
        return execute(process.getDatabase("postgres", database).getConnection(), statements);
    }

    static DriverDataSource data(DatabaseUrl url, Credentials credentials) {
        return new DriverDataSource(new org.postgresql.Driver(), url.jdbcUrl(), credentials);
    }

    private void execute(String database, String statement) throws SQLException {
        execute(process.getDatabase("postgres", database).getConnection(), statement);
    }

    private static String execute(Connection connection, String... statements) throws SQLException {
        StringBuilder values = new StringBuilder();
        try (connection;
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                values.setLength(0);
                if (statement.execute(sql)) {
                    try (ResultSet result = statement.getResultSet()) {
                        while (result.next()) {
                            values.append(values.isEmpty() ? "" : "\n").append(result.getString(1));
                        }
                    }
                }
            }
        }
        return values.toString();
    }

    @Override
    public void close() throws IOException {
        process.close();
        data.close();
    }
}
