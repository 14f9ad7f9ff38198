package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.IgnoredTable;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What virtual tables of SQLite keep is nobody's table. */
class VirtualTablesTest {

    @TempDir
    Path folder;

    private static EntitySchema mapping(String table) {
        return new EntitySchema() {
            @Override
            public String module() {
                return "app";
            }

            @Override
            public Schema schema() {
                return new Schema(List.of(Table.named(table)
                        .column(Column.of("a", ColumnType.text()))
                        .build()));
            }

            @Override
            public List<String> entities() {
                return List.of("app.Entity");
            }
        };
    }

    private SchemaReport report(EntitySchema entities, String... patterns) throws Exception {
        SqliteFile database = SqliteFile.in(folder);
        database.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS Notes USING fts5(a)",
                "CREATE VIRTUAL TABLE IF NOT EXISTS notes_box USING rtree(id, x1, x2)",
                "CREATE TABLE IF NOT EXISTS notes_of_mine (a TEXT)",
                "CREATE TABLE IF NOT EXISTS mine (a TEXT)");
        return database.builder()
                .entitySchemas(List.of(entities))
                .ignore(patterns)
                .build()
                .verifySchema();
    }

    @Test
    void shadowTables_areIgnoredByThemselves_othersOfLikeNameAreNot() throws Exception {
        SchemaReport report = report(mapping("mine"));
        assertThat(report.differences()).extracting(Difference::place).containsExactly("notes_of_mine");
        assertThat(report.ignored())
                .extracting(it -> it.table() + " < " + it.reason())
                .containsExactlyInAnyOrder(
                        "Notes < virtual table Notes",
                        "Notes_data < virtual table Notes",
                        "Notes_idx < virtual table Notes",
                        "Notes_content < virtual table Notes",
                        "Notes_docsize < virtual table Notes",
                        "Notes_config < virtual table Notes",
                        "notes_box < virtual table notes_box",
                        "notes_box_node < virtual table notes_box",
                        "notes_box_rowid < virtual table notes_box",
                        "notes_box_parent < virtual table notes_box");
    }

    @Test
    void patternForThem_isNotCalledUnused_andTheVirtualTableIsNamed() throws Exception {
        SchemaReport report = report(mapping("mine"), "notes_*");
        assertThat(report.unusedPatterns()).isEmpty();
        assertThat(report.differences()).isEmpty();
        assertThat(report.ignored())
                .filteredOn(it -> it.rule() == IgnoredTable.Rule.PATTERN)
                .extracting(IgnoredTable::table)
                .containsExactly("notes_of_mine");
    }

    @Test
    void mappedVirtualTable_isThere() throws Exception {
        SchemaReport report = report(mapping("notes"), "notes_of_mine", "mine");
        assertThat(report.differences()).isEmpty();
        assertThat(report.ignored()).extracting(IgnoredTable::table).doesNotContain("Notes");
    }
}
