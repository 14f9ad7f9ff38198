package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.literal;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.Step.Routine;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks whether statements of SQLite's own leave triggers, views and foreign keys that do not work. SQLite notices some of
 * them only when the next row is written. What did not work before is nobody's fault now.
 */
final class InPlaceCheck {

    private final String tableQuery;
    private String table = "";
    private boolean brokenBefore;
    private final Set<String> mismatchedBefore = new TreeSet<>();

    private InPlaceCheck(String tableQuery) {
        this.tableQuery = tableQuery;
    }

    /** The steps that change a table, with this check around them. */
    static List<Step> aroundTable(String table, List<Step> steps) {
        return new InPlaceCheck("SELECT " + literal(table)).around("table " + table, steps);
    }

    /** The steps that drop an index, with this check around them. */
    static List<Step> aroundIndex(String index, List<Step> steps) {
        return new InPlaceCheck("SELECT tbl_name FROM main.sqlite_schema WHERE type = 'index' AND name = "
                        + literal(index) + " COLLATE NOCASE")
                .around("the table of index " + index, steps);
    }

    private List<Step> around(String what, List<Step> steps) {
        List<Step> all = new ArrayList<>();
        all.add(new Routine("look at what depends on " + what, (connection, progress) -> before(connection)));
        all.addAll(steps);
        all.add(new Routine("check that all of it still works", (connection, progress) -> after(connection)));
        return all;
    }

    private void before(Connection connection) throws SQLException {
        table = SqliteQuery.text(connection, tableQuery);
        brokenBefore = new SchemaSelfTest(connection).firstBroken(table).isPresent();
        for (String child : ForeignKeyViolations.referencing(connection, table)) {
            if (ForeignKeyViolations.mismatch(connection, child).isPresent()) {
                mismatchedBefore.add(child);
            }
        }
    }

    private void after(Connection connection) throws SQLException {
        Optional<SchemaSelfTest.Broken> broken =
                brokenBefore ? Optional.empty() : new SchemaSelfTest(connection).firstBroken(table);
        if (broken.isPresent()) {
            throw ErrorCode.DEPENDENT_OBJECT.with(
                    table, broken.get().object(), broken.get().why());
        }
        for (String child : ForeignKeyViolations.referencing(connection, table)) {
            Optional<String> mismatch = ForeignKeyViolations.mismatch(connection, child);
            if (mismatch.isPresent() && !mismatchedBefore.contains(child)) {
                throw ErrorCode.REFERENCED_KEY_LOST.with(table, child, mismatch.get());
            }
        }
    }
}
