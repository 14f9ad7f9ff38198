package dev.mhc.migrations.maven;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.engine.DryRun;
import dev.mhc.migrations.engine.PlannedMigration;
import dev.mhc.migrations.engine.PlannedMigration.Direction;
import java.util.ArrayList;
import java.util.List;

/** Every statement that would run, as SQL with comments. */
final class DryRunReport {

    private DryRunReport() {}

    /** The migrations in order, each with its steps. */
    static List<String> lines(DryRun dryRun) {
        List<String> lines = new ArrayList<>();
        for (DryRun.Rendered rendered : dryRun.migrations()) {
            PlannedMigration migration = rendered.migration();
            lines.add("");
            lines.add("-- " + (migration.direction() == Direction.UP ? "up" : "down") + "  "
                    + Versions.format(migration.version()) + "  " + migration.description());
            if (rendered.steps().isEmpty()) {
                lines.add("-- describes no change");
            }
            rendered.steps().forEach(step -> add(lines, step));
        }
        lines.add("");
        return lines;
    }

    private static void add(List<String> lines, Step step) {
        if (step instanceof Step.Statement statement) {
            if (!statement.comment().isBlank()) {
                statement.comment().lines().forEach(line -> lines.add("-- " + line));
            }
            addSql(lines, statement.sql());
        } else if (step instanceof Step.Probe probe) {
            lines.add("-- stops if this finds rows: "
                    + probe.refusal().lines().findFirst().orElse(""));
            addSql(lines, probe.sql());
        } else if (step instanceof Step.Work work) {
            lines.add("-- runs code, not run now: " + work.description());
        } else if (step instanceof Step.Note note) {
            lines.add("-- " + note.text());
        } else if (step instanceof Step.Routine routine) {
            routine.description().lines().forEach(line -> lines.add("-- " + line));
        }
    }

    private static void addSql(List<String> lines, String sql) {
        (sql + ";").lines().forEach(lines::add);
    }
}
