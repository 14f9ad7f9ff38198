package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mhc.migrations.schema.Difference;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks all columns of the coach's database: each change of one of them, made behind the back of the migrations, is one
 * difference at that column and no other.
 */
final class SchemaWalkTest {

    private static SqliteFile fresh = new SqliteFile(Path.of(""));

    /** One column of the fresh database as SQLite itself describes it. */
    private record LiveColumn(String table, String name, String type, boolean notNull, boolean key) {
        String place() {
            return table + "." + name;
        }

        String affinity() {
            String upper = type.toUpperCase(Locale.ROOT);
            if (upper.contains("INT")) {
                return "INTEGER";
            }
            if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
                return "TEXT";
            }
            return upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB") ? "REAL" : "NUMERIC";
        }

        String typeOfAnotherAffinity() {
            return affinity().equals("TEXT") ? "INTEGER" : "TEXT";
        }
    }

    @FunctionalInterface
    private interface Mutation {
        void on(StoredTable table) throws SQLException;
    }

    @BeforeAll
    static void migrateAndFill(@TempDir Path folder) throws Exception {
        fresh = new SqliteFile(folder.resolve("fresh.db"));
        fresh.migrator().apply();
        fresh.executeResource("/rows.sql");
    }

    @Test
    void theFreshDatabase_agreesWithTheEntities() {
        assertThat(fresh.migrator().verifySchema().differences()).isEmpty();
    }

    @Test
    void theWalk_seesEveryColumnOfElevenTables() throws SQLException {
        List<LiveColumn> columns = columns();
        assertThat(columns.stream().map(LiveColumn::table).distinct()).hasSize(11);
        assertThat(columns).hasSize(93);
        assertThat(columns.stream().map(LiveColumn::affinity).distinct())
                .containsExactlyInAnyOrder("INTEGER", "TEXT", "REAL", "NUMERIC");
    }

    @TestFactory
    Stream<DynamicTest> aDroppedColumn_isTheOneDifference() throws SQLException {
        return columns().stream()
                .map(column -> walk(column, table -> table.drop(column.name()), difference -> {
                    assertThat(difference.found()).isEqualTo("nothing");
                }));
    }

    @TestFactory
    Stream<DynamicTest> aRenamedColumn_isTheOneDifference_andItsNewNameIsSuggested() throws SQLException {
        return columns().stream().map(column -> {
            String renamed = column.name() + "_2";
            return walk(column, table -> table.rename(column.name(), renamed), difference -> {
                assertThat(difference.found() + " " + difference.wayOut()).contains(renamed);
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> aColumnOfAnotherAffinity_isTheOneDifference() throws SQLException {
        return columns().stream().map(column -> {
            String type = column.typeOfAnotherAffinity();
            return walk(column, table -> table.retype(column.name(), type), difference -> {
                assertThat(difference.found()).startsWith(type.toLowerCase(Locale.ROOT));
                assertThat(difference.expected()).doesNotStartWith(type.toLowerCase(Locale.ROOT));
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> aColumnThatNowAllowsNull_isTheOneDifference() throws SQLException {
        return columns().stream()
                .filter(column -> column.notNull() && !column.key())
                .map(column -> walk(column, table -> table.makeNullable(column.name()), difference -> {
                    assertThat(difference.expected()).contains("not null");
                    assertThat(difference.found()).doesNotContain("not null");
                }));
    }

    private static DynamicTest walk(LiveColumn column, Mutation mutation, Consumer<Difference> expectation) {
        return dynamicTest(column.place(), () -> {
            SqliteFile copy = fresh.copyTo("copy.db");
            mutation.on(StoredTable.read(copy, column.table()));
            List<Difference> differences = copy.migrator().verifySchema().differences();
            assertThat(differences).hasSize(1);
            Difference difference = differences.get(0);
            assertThat(difference.place()).isEqualTo(column.place());
            assertThat(difference.severity()).isEqualTo(Difference.Severity.ERROR);
            assertThat(difference.wayOut()).isNotBlank();
            expectation.accept(difference);
        });
    }

    private static List<LiveColumn> columns() throws SQLException {
        List<LiveColumn> columns = new ArrayList<>();
        for (String row :
                fresh.query("SELECT t.name || '|' || c.name || '|' || c.type || '|' || c.\"notnull\" || '|' || c.pk"
                        + " FROM sqlite_master t, pragma_table_xinfo(t.name) c"
                        + " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'mhc%'"
                        + " ORDER BY t.name, c.cid")) {
            String[] part = row.split("\\|", -1);
            columns.add(new LiveColumn(part[0], part[1], part[2], part[3].equals("1"), !part[4].equals("0")));
        }
        return columns;
    }
}
