package dev.mhc.migrations.reliability;

import dev.mhc.migrations.engine.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** The main class of a process that migrates together with others, and then adds a row as an application would. */
final class OneOfMany {

    static final String ARRIVALS = "arrivals";

    private OneOfMany() {}

    /** Takes the scenario, the database, the file whose appearance is the start, and a number of its own. */
    @SuppressWarnings({"SystemOut", "ThreadSleepMillis"})
    public static void main(String[] arguments) throws Exception {
        Scenario scenario = Scenario.valueOf(arguments[0]);
        Path database = Path.of(arguments[1]);
        Path go = Path.of(arguments[2]);
        System.out.println(ScenarioChild.READY);
        while (Files.notExists(go)) {
            Thread.sleep(1);
        }
        Migrator.Builder settings = scenario.settings(FaultDriver.dataSource(database));
        if (scenario == Scenario.APPLY) {
            System.out.println("ran " + settings.build().apply().migrations().size() + ";");
        } else {
            scenario.run(settings);
        }
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 60000");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("CREATE TABLE IF NOT EXISTS " + ARRIVALS + " (number INTEGER)");
            statement.execute("INSERT INTO " + ARRIVALS + " VALUES (" + Integer.parseInt(arguments[3]) + ")");
            statement.execute("COMMIT");
        }
    }
}
