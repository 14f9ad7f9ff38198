package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a database differs from the entities, as one table for people. */
final class SchemaReportTable {

    private SchemaReportTable() {}

    /** All differences, each with its way out. */
    static List<String> lines(SchemaReport report) {
        TextTable table = new TextTable().row("severity", "place", "expected", "found", "way out");
        for (Difference difference : report.differences()) {
            table.row(
                    difference.severity().name().toLowerCase(Locale.ROOT),
                    difference.place(),
                    difference.expected(),
                    difference.found(),
                    difference.wayOut());
        }
        return table.lines();
    }

    /** How many there are of each severity: {@code 3 places (2 errors, 1 warning)}. */
    static String counts(SchemaReport report) {
        List<String> bySeverity = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = report.differences().stream()
                    .filter(difference -> difference.severity() == severity)
                    .count();
            String name = severity.name().toLowerCase(Locale.ROOT);
            if (number > 0) {
                bySeverity.add(severity == Severity.INFO ? number + " " + name : Wording.count(number, name));
            }
        }
        return Wording.count(report.differences().size(), "place") + " (" + String.join(", ", bySeverity) + ")";
    }
}
