package dev.mhc.migrations.reliability;

import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.schema.ColumnType;
import java.nio.file.Path;
import java.util.List;

/** A rebuild that takes its time: many rows with children, indexes and a trigger. Also the main class of its process. */
final class LongRebuild {

    private static final long TABLES = 2025_01_01_000000L;

    private static final String DEFINITIONS = """
            CREATE TABLE readings (
              id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given again
              sensor TEXT NOT NULL, value REAL, taken TEXT DEFAULT CURRENT_TIMESTAMP
            );
            CREATE TABLE remarks (
              id INTEGER PRIMARY KEY, reading_id INTEGER NOT NULL REFERENCES readings (id) ON DELETE CASCADE, body TEXT
            );
            CREATE TABLE audit (what TEXT);
            CREATE INDEX readings_sensor ON readings (sensor, taken);
            CREATE UNIQUE INDEX readings_taken ON readings (taken) WHERE value IS NOT NULL;
            CREATE TRIGGER readings_gone AFTER DELETE ON readings BEGIN INSERT INTO audit VALUES (old.id); END;
            CREATE TRIGGER readings_added AFTER INSERT ON readings BEGIN INSERT INTO audit VALUES (new.id); END
            """;

    private LongRebuild() {}

    private static TestRegistry registry(int rows) {
        return TestRegistry.module("long")
                .reversible(
                        TABLES,
                        "Tables",
                        schema -> {
                            schema.sql(DEFINITIONS);
                            schema.sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= "
                                    + rows + ") INSERT INTO readings (sensor, value, taken)"
                                    + " SELECT 'sensor ' || i % 97, i / 7.0, 'at ' || i FROM n");
                            schema.sql("INSERT INTO remarks (reading_id, body)"
                                    + " SELECT id, 'remark on ' || id FROM readings WHERE id % 10 = 0");
                            schema.sql("DELETE FROM readings WHERE id > " + rows);
                            schema.sql("DELETE FROM audit");
                        },
                        schema -> {})
                .reversible(
                        2025_01_02_000000L,
                        "Rebuild readings",
                        schema -> schema.alterTable(
                                "readings", t -> t.alterColumn("sensor").type(ColumnType.varchar(40))),
                        schema -> schema.alterTable(
                                "readings", t -> t.alterColumn("sensor").type(ColumnType.text())));
    }

    private static Migrator migrator(Path database, int rows) {
        return Migrator.builder(Scenario.withForeignKeys(FaultDriver.dataSource(database)))
                .registries(List.of(registry(rows)))
                .build();
    }

    /** Makes a database in which only the rebuild is left to do. */
    static void prepare(Path database, int rows) {
        migrator(database, rows).applyTo(TABLES);
    }

    static void run(Path database, int rows) {
        migrator(database, rows).apply();
    }

    /** Takes the database and its number of rows. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Databases.open(Path.of(":memory:")).close();
        System.out.println(ScenarioChild.READY);
        run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }
}
