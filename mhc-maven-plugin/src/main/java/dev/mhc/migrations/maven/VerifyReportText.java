package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.IgnoredTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report of a comparison for people. */
final class VerifyReportText {

    private VerifyReportText() {}

    /** All of it, as a file. */
    static String write(VerifyOutcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add("Database " + outcome.database() + ", "
                + outcome.report().compared().dialect() + " "
                + outcome.report().compared().version());
        lines.addAll(leftOut(outcome.report()));
        outcome.report()
                .unusedPatterns()
                .forEach(pattern -> lines.add("unused    pattern " + pattern + ", which ignores nothing"));
        if (!outcome.report().differences().isEmpty()) {
            lines.addAll(SchemaReportTable.lines(outcome.report()));
        }
        lines.add(outcome.summary());
        return String.join("\n", lines) + "\n";
    }

    /** What was not compared, and why: a line for each note, and one for each rule by which tables are ignored. */
    static List<String> leftOut(SchemaReport report) {
        List<String> lines = new ArrayList<>();
        report.notes().forEach(note -> lines.add("left out  " + note));
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (IgnoredTable table : report.ignored()) {
            byReason.computeIfAbsent(table.reason(), unused -> new ArrayList<>())
                    .add(table.table());
        }
        byReason.forEach((reason, tables) ->
                lines.add(Printable.line("ignored   " + String.join(", ", tables) + "  (" + reason + ")")));
        return lines;
    }

    /** One difference in one line, with its code. */
    static String line(Difference difference) {
        return difference.severity().name().toLowerCase(Locale.ROOT) + " "
                + difference.code().label() + " " + difference.place() + ": expected " + difference.expected()
                + ", found " + difference.found() + ". " + difference.wayOut();
    }
}
