package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.MigrationStatus;
import dev.mhc.migrations.engine.MigrationStatus.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where every migration stands, for programs; {@code docs/verify-schema.md} describes it. */
final class StatusReportJson {

    private StatusReportJson() {}

    static String write(String module, DatabaseUrl database, List<MigrationStatus> migrations) {
        return JsonReport.of("status", json -> {
            json.text("module", module);
            json.text("database", database.withoutCredentials());
            json.object("counts", counts -> {
                for (State state : State.values()) {
                    counts.number(
                            JsonReport.constant(state),
                            migrations.stream()
                                    .filter(migration -> migration.state() == state)
                                    .count());
                }
            });
            json.objects("migrations", migrations, StatusReportJson::migration);
        });
    }

    /** A version is a text: many programs read numbers as floating point, which keeps 15 digits. */
    private static void migration(JsonReport json, MigrationStatus migration) throws IOException {
        json.text("version", Long.toString(migration.version()));
        json.text("module", migration.module());
        json.text("description", migration.description());
        json.text("state", JsonReport.constant(migration.state()));
        json.text("appliedAt", migration.appliedAt().map(Instant::toString));
        json.number("durationMillis", migration.duration().map(Duration::toMillis));
        json.text("appliedBy", migration.appliedBy());
        json.text("appliedChecksum", migration.appliedChecksum());
        json.text("compiledChecksum", migration.compiledChecksum());
    }
}
