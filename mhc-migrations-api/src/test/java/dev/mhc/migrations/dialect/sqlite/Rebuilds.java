package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.Progress;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.dialect.sqlite.NewShape.CopiedColumn;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rebuilds tables in real sessions, and hears what is said of it. */
final class Rebuilds implements Progress {

    final List<String> notes = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final List<Long> rows = new ArrayList<>();

    private final Database database;

    Rebuilds(Database database) {
        this.database = database;
    }

    @Override
    public void rows(String table, long done, long total) {
        rows.add(done);
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }

    @Override
    public void warn(String line) {
        warnings.add(line);
    }

    /** The shape that a table has already; all is copied. */
    static NewShape same(Table table) {
        boolean rowid = !table.definition().get(0).contains("WITHOUT ROWID")
                && table.columns().stream().noneMatch(it -> it.generation() == Column.Generation.IDENTITY);
        return new NewShape(
                table,
                table.definition().get(0),
                table.columns().stream()
                        .filter(it -> it.generation() != Column.Generation.COMPUTED)
                        .map(it -> new CopiedColumn(it.name(), "\"" + it.name().replace("\"", "\"\"") + "\"", true))
                        .toList(),
                rowid,
                table.definition().subList(1, table.definition().size()),
                List.of());
    }

    /** That shape with another text, and less or other columns. */
    static NewShape shaped(Table table, UnaryOperator<String> text, UnaryOperator<List<CopiedColumn>> columns) {
        NewShape same = same(table);
        return new NewShape(
                table,
                text.apply(same.createTable()),
                columns.apply(same.columns()),
                same.copiesRowid(),
                same.objects(),
                List.of());
    }

    static NewShape withObjects(NewShape shape, List<String> objects) {
        return new NewShape(
                shape.before(), shape.createTable(), shape.columns(), shape.copiesRowid(), objects, shape.asked());
    }

    void rebuild(String table) throws SQLException {
        rebuild(same(database.table(table)));
    }

    void rebuild(NewShape shape) throws SQLException {
        run(SqliteRebuild.steps(shape));
    }

    /** Runs steps as the engine does. */
    void run(List<Step> steps) throws SQLException {
        try (DatabaseSession session =
                database.dialect.open(database.connection, Duration.ofSeconds(10), "mhc_history")) {
            session.begin(new TransactionKind(true, false));
            for (Step step : steps) {
                execute(step);
            }
            session.commit();
        }
    }

    void execute(Step step) throws SQLException {
        if (step instanceof Step.Statement statement) {
            database.execute(statement.sql());
        } else if (step instanceof Step.Routine routine) {
            routine.body().run(database.connection, this);
        } else {
            throw new IllegalStateException(step.toString());
        }
    }
}
