package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.Progress;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.operation.SchemaEditor;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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

    /** Records, renders and runs operations as the engine does, in a transaction of its own; returns the notes. */
    List<String> migrate(Consumer<SchemaEditor> migration) throws SQLException {
        return migrate(OperationRecorder.record(migration), step -> {});
    }

    List<String> migrate(List<Operation> operations, Consumer<Step> rendered) throws SQLException {
        boolean mayRebuild = operations.stream().anyMatch(dialect::mayRebuild);
        List<String> notes = new ArrayList<>();
        try (DatabaseSession session = dialect.open(connection, Duration.ofSeconds(5), "mhc_history")) {
            session.begin(new TransactionKind(mayRebuild, false));
            for (Operation operation : operations) {
                for (Operation part : dialect.divide(operation)) {
                    List<Step> steps = dialect.render(part, dialect.inspect(connection, dialect.reads(part)));
                    steps.forEach(rendered);
                    run(steps, notes);
                }
            }
            session.commit();
        }
        return notes;
    }

    void run(List<Step> steps) throws SQLException {
        run(steps, new ArrayList<>());
    }

    /** Runs steps as the engine does; a probe that finds rows ends it. */
    private void run(List<Step> steps, List<String> notes) throws SQLException {
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
            } else if (step instanceof Step.Note note) {
                notes.add(note.text());
            } else if (step instanceof Step.Routine routine) {
                routine.body().run(connection, new Notes(notes));
            }
        }
    }

    /** What routines tell. */
    private record Notes(List<String> lines) implements Progress {
        @Override
        public void rows(String table, long done, long total) {}

        @Override
        public void note(String line) {
            lines.add(line);
        }

        @Override
        public void warn(String line) {
            lines.add("warning: " + line);
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
