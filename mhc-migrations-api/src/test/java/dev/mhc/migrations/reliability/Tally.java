package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts what one kind of fault did to one scenario, and prints it as a row of a table. */
final class Tally implements AutoCloseable {

    private final String kind;
    private final String scenario;
    private final long begun = System.nanoTime();
    private final List<String> lost = new ArrayList<>();
    private int points;
    private int survived;

    Tally(Object kind, Object scenario) {
        this.kind = words(kind);
        this.scenario = words(scenario);
    }

    private static String words(Object name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Adds the verdict on one point. */
    void add(Object point, List<String> complaints) {
        points++;
        if (complaints.isEmpty()) {
            survived++;
        } else {
            lost.add("at " + point + ": " + String.join("; ", complaints));
        }
    }

    int points() {
        return points;
    }

    /** Prints the row, and fails if anything was lost or nothing was tried. */
    @Override
    public void close() {
        System.out.printf(
                Locale.ROOT,
                "reliability | %s | %s | %d | %d | %d | %.1f s |%n",
                kind,
                scenario,
                points,
                survived,
                lost.size(),
                (System.nanoTime() - begun) / 1e9);
        assertThat(lost.stream().limit(5).toList())
                .as(kind + ", " + scenario + ": " + lost.size() + " of " + points)
                .isEmpty();
        assertThat(points).as(kind + ", " + scenario).isPositive();
    }
}
