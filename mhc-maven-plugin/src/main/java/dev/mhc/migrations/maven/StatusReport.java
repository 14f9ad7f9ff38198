package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.MigrationStatus;
import dev.mhc.migrations.engine.MigrationStatus.State;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where every migration stands, as a table for people. */
final class StatusReport {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private StatusReport() {}

    /** The table and, below it, how many there are of each state. */
    static List<String> lines(List<MigrationStatus> migrations) {
        if (migrations.isEmpty()) {
            return List.of("No migrations, neither in this build nor in the database.");
        }
        boolean modules =
                migrations.stream().map(MigrationStatus::module).distinct().count() > 1;
        TextTable table = new TextTable();
        table.row(cells(modules, "module", "version", "description", "state", "when (UTC)", "took"));
        for (MigrationStatus migration : migrations) {
            table.row(cells(
                    modules,
                    migration.module(),
                    Versions.format(migration.version()),
                    migration.description(),
                    migration.state().label(),
                    migration.appliedAt().map(UTC::format).orElse(""),
                    migration.duration().map(Wording::duration).orElse("")));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(counts(migrations));
        return lines;
    }

    private static String counts(List<MigrationStatus> migrations) {
        Map<State, Long> counts = migrations.stream()
                .collect(Collectors.groupingBy(MigrationStatus::state, TreeMap::new, Collectors.counting()));
        return Wording.count(migrations.size(), "migration")
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().label())
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String[] cells(boolean modules, String... cells) {
        return modules ? cells : Arrays.copyOfRange(cells, 1, cells.length);
    }
}
