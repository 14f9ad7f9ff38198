package dev.mhc.migrations.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.IgnoredTable;
import dev.mhc.migrations.schema.IgnoredTable.Rule;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs to others, by the user's word. */
@OnBothDatabases
class IgnoreContractTest extends Contract {

    private static final Table MINE =
            Table.named("mine").column(Column.of("a", ColumnType.integer())).build();

    /** An entity with a table, and one that was not understood. */
    private static EntitySchema entities(Table... tables) {
        return new EntitySchema() {
            @Override
            public String module() {
                return "app";
            }

            @Override
            public Schema schema() {
                return new Schema(Arrays.asList(tables));
            }

            @Override
            public List<String> entities() {
                return List.of("app.Mine", "app.Odd");
            }

            @Override
            public List<String> notes() {
                return List.of("app.Odd.what: not understood.");
            }

            @Override
            public List<String> uncheckedTables() {
                return List.of("legacy_odd");
            }
        };
    }

    @BeforeEach
    void tables() throws SQLException {
        database.execute(
                "CREATE TABLE mine (a integer)",
                "CREATE TABLE legacy_orders (a integer)",
                "CREATE TABLE legacy_lines (a integer)",
                "CREATE TABLE legacy_odd (a integer)",
                "CREATE TABLE \"Größe <&>'*\" (a integer)",
                "CREATE VIEW legacy_view AS SELECT a FROM mine",
                "INSERT INTO legacy_orders VALUES (1)");
    }

    private SchemaReport report(String... patterns) {
        return report(entities(MINE), patterns);
    }

    private SchemaReport report(EntitySchema entities, String... patterns) {
        return database.builder()
                .entitySchemas(List.of(entities))
                .ignore(patterns)
                .build()
                .verifySchema();
    }

    @Test
    void withoutPatterns_everyTableIsADifference() {
        SchemaReport report = report();
        assertThat(report.differences())
                .extracting(Difference::place)
                .containsExactlyInAnyOrder("legacy_orders", "legacy_lines", "Größe <&>'*");
        assertThat(report.ignored()).isEmpty();
        assertThat(report.compared().tables()).containsExactly("mine");
        assertThat(report.compared().uncheckedTables()).containsExactly("legacy_odd");
        assertThat(report.compared().entities()).containsExactly("app.Mine", "app.Odd");
        assertThat(report.compared().dialect()).isEqualTo(kind == Kind.SQLITE ? "SQLite" : "PostgreSQL");
        assertThat(report.compared().version()).matches("\\d+\\..*");
    }

    @Test
    void patterns_takeTablesAndViews_andAreNamed() {
        SchemaReport report = report("LEGACY_*", "gr??e <&>'?", "legacy_orders");
        assertThat(report.differences()).isEmpty();
        assertThat(report.ignored())
                .containsExactly(
                        new IgnoredTable("Größe <&>'*", Rule.PATTERN, "gr??e <&>'?"),
                        new IgnoredTable("legacy_lines", Rule.PATTERN, "LEGACY_*"),
                        new IgnoredTable("legacy_orders", Rule.PATTERN, "LEGACY_*"),
                        new IgnoredTable("legacy_view", Rule.PATTERN, "LEGACY_*"));
        assertThat(report.unusedPatterns()).isEmpty();
    }

    @Test
    void patternThatTakesNothing_isTold() {
        assertThat(report("*", "legacy_?", "nowhere").unusedPatterns()).containsExactly("legacy_?", "nowhere");
    }

    @Test
    void mappedTable_isComparedWhateverAWildcardSays() {
        SchemaReport report = report(
                entities(Table.named("Mine")
                        .column(Column.of("a", ColumnType.integer()))
                        .column(Column.of("missing", ColumnType.text()))
                        .build()),
                "*");
        assertThat(report.differences()).extracting(Difference::place).containsExactly("Mine.missing");
        assertThat(report.ignored())
                .extracting(IgnoredTable::table)
                .containsExactly("Größe <&>'*", "legacy_lines", "legacy_orders", "legacy_view");
    }

    @Test
    void mappedTable_cannotBeNamed() {
        for (String name : List.of("MINE", "legacy_odd")) {
            assertThatThrownBy(() -> report(name)).isInstanceOfSatisfying(MigrationException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.IGNORED_ENTITY_TABLE);
                assertThat(e).hasMessageContaining(name);
            });
        }
    }

    @Test
    void ignoredTable_isNoRenamedOne() {
        Table renamed = Table.named("orders")
                .column(Column.of("a", ColumnType.integer()))
                .build();
        assertThat(report(entities(MINE, renamed), "legacy_*", "gr*").differences())
                .extracting(Difference::code, Difference::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Difference.Code.MISSING_TABLE, "orders"));
    }
}
