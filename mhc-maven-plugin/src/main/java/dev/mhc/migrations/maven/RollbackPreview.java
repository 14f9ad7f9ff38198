package dev.mhc.migrations.maven;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.SqlWriter;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.dialect.sqlite.SqliteDialect;
import dev.mhc.migrations.engine.MigrationPlan;
import dev.mhc.migrations.engine.PlannedMigration;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.Backfill;
import dev.mhc.migrations.operation.DropTable;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.RunCode;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.operation.TableChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What a rollback takes away, counted before it happens. */
final class RollbackPreview {

    /** Counting stops here, so that a preview of a large table costs little. */
    private static final int ENOUGH = 100_000;

    private final Connection connection;
    private final boolean isSqlite;
    private final Dialect dialect;
    private final List<String> lines = new ArrayList<>();

    private RollbackPreview(Connection connection, boolean isSqlite) throws SQLException {
        this.connection = connection;
        this.isSqlite = isSqlite;
        String version = connection.getMetaData().getDatabaseProductVersion();
        this.dialect = isSqlite ? SqliteDialect.of(version) : PostgresqlDialect.of(version);
    }

    /** A line for each migration, and under it one for each table or column that is dropped. Changes nothing. */
    static List<String> lines(MigrationPlan plan, DataSource dataSource, boolean isSqlite) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            RollbackPreview preview = new RollbackPreview(connection, isSqlite);
            plan.migrations().forEach(preview::add);
            return preview.lines;
        }
    }

    private void add(PlannedMigration migration) {
        lines.add("will roll back  " + Versions.format(migration.version()) + "  " + migration.description());
        migration.operations().forEach(this::add);
    }

    private void add(Operation operation) {
        if (operation instanceof DropTable drop) {
            lines.add("  drops table " + drop.table() + rows(drop.table(), Optional.empty()));
        } else if (operation instanceof AlterTable alter) {
            for (TableChange change : alter.changes()) {
                if (change instanceof TableChange.DropColumn drop) {
                    lines.add("  drops column " + alter.table() + "." + drop.column()
                            + rows(alter.table(), Optional.of(drop.column())));
                }
            }
        } else if (operation instanceof ExecuteSql execute) {
            Sql sql = execute.sql();
            (isSqlite ? sql.sqlite() : sql.postgresql())
                    .ifPresent(text -> lines.add("  executes " + Wording.abridged(text)));
        } else if (operation instanceof RunCode code) {
            lines.add("  runs code: " + code.description());
        } else if (operation instanceof Backfill backfill) {
            String columns = backfill.assignments().stream()
                    .map(it -> backfill.table() + "." + it.column())
                    .collect(Collectors.joining(", "));
            lines.add("  backfills " + columns + " in batches of " + Wording.count(backfill.batchRows(), "row")
                    + rows(backfill.table(), Optional.empty()));
        }
    }

    /** How many rows, or values of a column, go; nothing where an earlier step has to rename the table first. */
    private String rows(String table, Optional<String> column) {
        String where = column.map(name -> " WHERE t." + SqlWriter.identifier(name) + " IS NOT NULL")
                .orElse("");
        String query = "SELECT count(*) FROM (SELECT 1 FROM " + dialect.qualified(table) + " AS t" + where + " LIMIT "
                + (ENOUGH + 1) + ") AS counted";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            long count = result.next() ? result.getLong(1) : 0;
            String noun = column.isPresent() ? "value" : "row";
            return " (" + (count > ENOUGH ? "more than " + Wording.count(ENOUGH, noun) : Wording.count(count, noun))
                    + ")";
        } catch (SQLException notThereYet) {
            return "";
        }
    }
}
