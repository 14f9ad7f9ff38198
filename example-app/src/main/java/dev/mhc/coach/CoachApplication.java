package dev.mhc.coach;

import dev.mhc.migrations.engine.MigrationReport;

/** Starts the coach on the database that its settings name and serves until the process is ended. */
public final class CoachApplication {

    private CoachApplication() {}

    public static void main(String[] arguments) {
        CoachSettings settings = CoachSettings.load();
        System.out.println("Database: " + DatabaseLocation.of(settings.url()));
        Coach coach = Coach.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(coach::close, "coach-shutdown"));
        for (MigrationReport.Ran ran : coach.migrated().migrations()) {
            System.out.println("Applied " + ran.migration().label());
        }
        System.out.println("Serving on http://localhost:" + coach.port());
    }
}
