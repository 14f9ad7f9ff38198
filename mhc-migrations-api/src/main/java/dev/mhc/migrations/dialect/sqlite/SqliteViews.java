package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;

import dev.mhc.migrations.dialect.SqlExpression;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.CreateView;
import dev.mhc.migrations.operation.DropView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Creates and drops views as carefully as PostgreSQL does: SQLite would not look at what a view reads before somebody
 * reads the view.
 */
final class SqliteViews {

    private final String view;
    private boolean brokenBefore;

    private SqliteViews(String view) {
        this.view = view;
    }

    static List<Step> create(CreateView create) {
        String query = SqlExpression.query(create.query().sqlite().orElse(""), "View " + create.view());
        String name = identifier(create.view());
        return List.of(
                Step.Statement.of("CREATE VIEW " + name + " AS " + query),
                new Step.Routine(
                        "look whether view " + create.view() + " can be read",
                        (connection, progress) ->
                                SqliteQuery.execute(connection, "EXPLAIN SELECT * FROM main." + name)));
    }

    static List<Step> drop(DropView drop) {
        SqliteViews check = new SqliteViews(drop.view());
        return List.of(
                new Step.Routine(
                        "look at what depends on view " + drop.view(),
                        (connection, progress) -> check.before(connection)),
                Step.Statement.of("DROP VIEW " + identifier(drop.view())),
                new Step.Routine(
                        "check that all of it still works", (connection, progress) -> check.after(connection)));
    }

    private void before(Connection connection) throws SQLException {
        brokenBefore = new SchemaSelfTest(connection).firstBroken(view).isPresent();
    }

    private void after(Connection connection) throws SQLException {
        Optional<SchemaSelfTest.Broken> broken =
                brokenBefore ? Optional.empty() : new SchemaSelfTest(connection).firstBroken(view);
        if (broken.isPresent()) {
            throw ErrorCode.VIEW_IN_USE.with(
                    view, broken.get().object(), broken.get().why());
        }
    }
}
