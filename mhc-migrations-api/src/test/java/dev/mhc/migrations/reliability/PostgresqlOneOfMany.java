package dev.mhc.migrations.reliability;

import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.schema.ColumnType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The main class of a process that migrates a PostgreSQL database together with others. */
final class PostgresqlOneOfMany {

    static final int MIGRATIONS = 4;

    private PostgresqlOneOfMany() {}

    private static TestRegistry registry() {
        return TestRegistry.app()
                .table(1, "users")
                .reversible(
                        2,
                        "Index",
                        schema -> {
                            schema.sql("INSERT INTO users (name) VALUES ('second')");
                            schema.createIndex("ux_users_name")
                                    .on("users", "name")
                                    .unique()
                                    .concurrently();
                            schema.sql("INSERT INTO users (name) VALUES ('third')");
                        },
                        schema -> schema.dropIndex("ux_users_name").concurrently())
                .reversible(
                        3,
                        "Change",
                        schema -> schema.alterTable("users", t -> t.addColumn("note", ColumnType.text())),
                        schema -> {})
                .table(4, "lines")
                .inSteps(2);
    }

    /** Takes the URL of the database, and the file whose appearance is the start. */
    @SuppressWarnings({"SystemOut", "ThreadSleepMillis"})
    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        Path go = Path.of(arguments[1]);
        System.out.println(ScenarioChild.READY);
        while (Files.notExists(go)) {
            Thread.sleep(1);
        }
        int ran = Migrator.builder(source)
                .registries(List.of(registry()))
                .entitySchemas(List.of())
                .patience(Duration.ofMinutes(4))
                .build()
                .apply()
                .migrations()
                .size();
        System.out.println("ran " + ran + ";");
    }
}
