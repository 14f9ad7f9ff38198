package dev.mhc.migrations.engine;

import static dev.mhc.migrations.schema.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.SqlWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and values that come from data, beside a table that they must not reach. */
class HostileNamesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\"; DROP TABLE victims; --",
                "x'; DROP TABLE victims; --",
                "`x`",
                "[x]",
                "x\"\"y",
                "select",
                "two words",
                "-- x",
                "/* x",
                "Grüße \uD83D\uDE00",
                "a.b",
                "x\ny"
            })
    void aNameIsTakenAsItIs_throughItsWholeLife(String name) throws SQLException {
        SqliteFile database = SqliteFile.in(folder);
        String column = "c " + name;
        String index = "i " + name;
        String renamed = "r " + name;
        TestRegistry registry = TestRegistry.app()
                .reversible(
                        1,
                        "Create " + "victims",
                        schema -> {
                            schema.createTable("victims", t -> t.id());
                            schema.sql("INSERT INTO victims (id) VALUES (1), (2)");
                        },
                        schema -> schema.dropTable("victims"))
                .reversible(
                        2,
                        "Create",
                        schema -> {
                            schema.createTable(name, t -> {
                                t.id();
                                t.column(column, text()).defaultValue(name);
                            });
                            schema.sql("INSERT INTO " + SqlWriter.identifier(name) + " DEFAULT VALUES");
                            schema.createIndex(index).on(name, column);
                        },
                        schema -> schema.dropTable(name))
                .reversible(
                        3,
                        "Change",
                        schema -> {
                            schema.alterTable(name, t -> {
                                t.renameColumn(column, renamed);
                                t.addColumn("added " + name, text()).defaultValue(name);
                            });
                            schema.renameTable(name, "t " + name);
                        },
                        schema -> {
                            schema.renameTable("t " + name, name);
                            schema.alterTable(name, t -> {
                                t.dropColumn("added " + name);
                                t.renameColumn(renamed, column);
                            });
                        });
        Migrator migrator = database.migrator(registry);

        assertThat(migrator.dryRun(migrator.plan()).migrations()).hasSize(3);
        migrator.apply();

        assertThat(database.query("SELECT * FROM " + SqlWriter.identifier("t " + name)))
                .containsExactly("1|" + name + "|" + name);
        migrator.rollbackTo(2);
        assertThat(database.query("SELECT * FROM " + SqlWriter.identifier(name)))
                .containsExactly("1|" + name);
        migrator.rollbackTo(1);
        assertThat(database.query("SELECT id FROM victims")).isEqualTo(List.of("1", "2"));
        assertThat(database.tables()).containsExactly("mhc_history", "victims");
    }

    @Test
    void aNameThatNoDatabaseTakes_isRefusedWhileItIsDescribed() {
        for (String name : List.of("", "x\0y")) {
            TestRegistry registry = TestRegistry.app()
                    .reversible(1, "Create", schema -> schema.createTable(name, t -> t.id()), schema -> {});

            assertThatThrownBy(() -> SqliteFile.in(folder).migrator(registry).apply())
                    .hasMessageContaining("[DescriptionFailed] Migration 1 (Create)")
                    .hasMessageContaining("[BadIdentifier]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h\"; DROP TABLE victims; --", "Verlauf der Änderungen", "select"})
    void theHistoryTable_mayHaveAnyName(String name) throws SQLException {
        SqliteFile database = SqliteFile.in(folder);
        Migrator migrator = database.builder(
                        TestRegistry.app().table(1, "victims").table(2, "b"))
                .history(name)
                .build();

        migrator.apply();
        migrator.rollbackSteps(1);

        assertThat(migrator.apply().migrations()).hasSize(1);
        assertThat(database.query("SELECT event FROM " + SqlWriter.identifier(name)))
                .containsExactly("applied", "applied", "rolled back", "applied");
    }
}
