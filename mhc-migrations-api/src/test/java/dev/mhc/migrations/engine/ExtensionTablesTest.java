package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.fixture.PostgresqlServer.Database;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.IgnoredTable;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Sequence;
import dev.mhc.migrations.schema.Table;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What extensions of PostgreSQL brought is nobody's table. */
@ExtendWith(PostgresqlServer.class)
class ExtensionTablesTest {

    private Database database = new Database("");

    @BeforeEach
    void create(Database given) throws Exception {
        database = given;
        database.execute(
                "CREATE EXTENSION pg_stat_statements",
                "CREATE TABLE spatial_ref_sys (srid integer PRIMARY KEY, note text)",
                "ALTER EXTENSION plpgsql ADD TABLE spatial_ref_sys",
                "CREATE SEQUENCE their_numbers INCREMENT BY 5",
                "ALTER EXTENSION plpgsql ADD SEQUENCE their_numbers",
                "CREATE TABLE mine (a text)",
                "CREATE TABLE theirs (a text)");
    }

    private SchemaReport report(List<Table> tables, String... patterns) {
        return report(new Schema(tables), patterns);
    }

    private SchemaReport report(Schema schema, String... patterns) {
        EntitySchema entities = new EntitySchema() {
            @Override
            public String module() {
                return "app";
            }

            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public List<String> entities() {
                return List.of("app.Entity");
            }
        };
        return Migrator.builder(database.dataSource())
                .registries(List.of())
                .entitySchemas(List.of(entities))
                .ignore(patterns)
                .build()
                .verifySchema();
    }

    private static Table.Builder table(String name, String column, ColumnType type) {
        return Table.named(name).column(Column.of(column, type));
    }

    private static Table mine() {
        return table("mine", "a", ColumnType.text()).build();
    }

    @Test
    void theirTablesAndViews_areIgnoredByThemselves() {
        SchemaReport report = report(List.of(mine()));
        assertThat(report.differences()).extracting(Difference::place).containsExactly("theirs");
        assertThat(report.ignored())
                .extracting(it -> it.table() + " < " + it.reason())
                .containsExactly(
                        "pg_stat_statements < extension pg_stat_statements",
                        "pg_stat_statements_info < extension pg_stat_statements",
                        "spatial_ref_sys < extension plpgsql",
                        "their_numbers < extension plpgsql");
    }

    @Test
    void theirSequence_thatAnEntityIsNumberedWith_isCompared() {
        assertThat(report(new Schema(List.of(mine()), List.of(), List.of(Sequence.of("their_numbers", 5))))
                        .differences())
                .extracting(Difference::place)
                .containsExactly("theirs");
        assertThat(report(new Schema(List.of(mine()), List.of(), List.of(Sequence.of("their_numbers", 1))))
                        .differences())
                .extracting(Difference::place)
                .containsExactlyInAnyOrder("theirs", "their_numbers");
    }

    @Test
    void mappedOnes_areCompared() {
        SchemaReport report = report(
                List.of(
                        mine(),
                        table("pg_stat_statements", "query", ColumnType.text()).build(),
                        table("spatial_ref_sys", "srid", ColumnType.integer())
                                .column(Column.of("note", ColumnType.bigint()))
                                .primaryKey("srid")
                                .build()),
                "theirs");
        assertThat(report.differences())
                .filteredOn(it -> it.code() != Difference.Code.DIFFERENT_NULLNESS)
                .extracting(Difference::place)
                .containsExactly("spatial_ref_sys.note");
        assertThat(report.ignored())
                .extracting(IgnoredTable::table)
                .containsExactly("pg_stat_statements_info", "their_numbers", "theirs");
    }

    @Test
    void patternsMayNameTheSchema() {
        assertThat(report(List.of(mine()), "public.the*").differences()).isEmpty();
        SchemaReport elsewhere = report(List.of(mine()), "other.*", "spatial_*");
        assertThat(elsewhere.differences()).hasSize(1);
        assertThat(elsewhere.unusedPatterns()).containsExactly("other.*");
    }
}
