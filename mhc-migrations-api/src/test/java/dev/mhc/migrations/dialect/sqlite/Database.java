package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A connection to a real database file, with short ways to use it. */
final class Database implements AutoCloseable {

    final Connection connection;
    final SqliteDialect dialect;

    private Database(Connection connection) throws SQLException {
        this.connection = connection;
        this.dialect = SqliteDialect.of(connection.getMetaData().getDatabaseProductVersion());
    }

    static Database open(Path file) throws SQLException {
        return of(DriverManager.getConnection("jdbc:sqlite:" + file));
    }

    static Database of(Connection connection) throws SQLException {
        return new Database(connection);
    }

    /** The coach's database as it grew by hand. */
    static Database legacy(Path folder) throws SQLException {
        Database database = open(folder.resolve("legacy.db"));
        try (InputStream script = Database.class.getResourceAsStream("/legacy.sql")) {
            if (script == null) {
                throw new IllegalStateException("legacy.sql is not there");
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            for (String statement : text.split(";\n", -1)) {
                if (!statement.isBlank()) {
                    database.execute(statement);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return database;
    }

    Database execute(String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
        return this;
    }

    /** All rows, the columns of each joined by {@code |}. */
    List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    String value(String query) throws SQLException {
        return rows(query).get(0);
    }

    Table table(String name) throws SQLException {
        Schema schema = dialect.inspect(connection, Set.of(name));
        return schema.table(name).orElseThrow();
    }

    /** Runs steps as the engine does; a probe that finds rows ends it. */
    void run(List<Step> steps) throws SQLException {
        for (Step step : steps) {
            if (step instanceof Step.Statement statement) {
                execute(statement.sql());
            } else if (step instanceof Step.Probe probe) {
                List<String> found = rows(probe.sql());
                if (!found.isEmpty()) {
                    throw new Refused(probe.refusal(), found);
                }
            } else if (step instanceof Step.Work work) {
                try {
                    work.work().run(connection);
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }
        }
    }

    /** A probe found rows. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        final List<String> rows;

        Refused(String refusal, List<String> rows) {
            super(refusal);
            this.rows = rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
