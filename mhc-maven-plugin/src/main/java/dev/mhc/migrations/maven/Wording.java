package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.MigrationReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers and times as reports write them, the same in every locale. */
final class Wording {

    private Wording() {}

    /** How long something took, with the precision that interests people: {@code 12 ms}, {@code 3.4 s}. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = duration.toSeconds();
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** A number of bytes: {@code 512 bytes}, {@code 1.2 MB}. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        double size = bytes;
        int unit = -1;
        while (size >= 999.95 && unit < 3) {
            size /= 1000;
            unit++;
        }
        return String.format(
                Locale.ROOT, "%.1f %s", size, List.of("kB", "MB", "GB", "TB").get(unit));
    }

    /** How long migrations took together. */
    static String total(MigrationReport report) {
        return duration(
                report.migrations().stream().map(MigrationReport.Ran::duration).reduce(Duration.ZERO, Duration::plus));
    }

    /** A number with its noun: {@code 1 migration}, {@code 2 migrations}. */
    static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** Like {@link #count(long, String)}, for a noun with a plural of its own. */
    static String count(long number, String noun, String plural) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural);
    }

    /** The first line of a statement, cut where it gets too long for a line of output. */
    static String abridged(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        return line.length() <= 100 ? line : line.substring(0, 97) + "...";
    }
}
