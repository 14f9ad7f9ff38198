package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process that rebuilds a large table is killed in the midst of it. */
class RebuildKillTest {

    private static final int KILLED = 128 + 9;
    private static final int TOO_LATE = 100;
    private static final int ROWS = Depth.of(40_000, 200_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"DELETE, 3", "WAL, 2"})
    void aKillAtAnyMoment_leavesTheTableAsItWasOrAsItShallBe_andTheNextRunCompletes(String journal, int bounded)
            throws Exception {
        Path start = folder.resolve("start.db");
        LongRebuild.prepare(start, ROWS);
        Databases.execute(start, "PRAGMA journal_mode = " + journal);
        Path database = folder.resolve("killed.db");
        Databases.copy(start, database);
        Fingerprint before = Fingerprint.of(database);
        long millis = millisOfARun(database);
        Fingerprint after = Fingerprint.of(database);

        int wanted = Depth.of(bounded, 25);
        Random random = new Random(20250101);
        int late = 0;
        int journals = 0;
        try (Tally tally = new Tally("SIGKILL at a random moment of a long rebuild", journal)) {
            while (tally.points() < wanted) {
                Databases.copy(start, database);
                long moment = (long) (random.nextDouble() * millis);
                boolean struck = killed(database, moment);
                if (struck) {
                    journals += hasJournal(database) ? 1 : 0;
                    tally.add(moment + " ms", complaints(database, before, after));
                } else {
                    // The machine may have had more to do when the whole run was measured; another moment is drawn.
                    late++;
                }
                assertThat(late).as("kills that came after the end").isLessThan(TOO_LATE);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "reliability | %s: %d kills struck within %d ms, %d of them left a journal; %d came too late%n",
                journal,
                wanted,
                millis,
                journals,
                late);
    }

    private long millisOfARun(Path database) throws Exception {
        try (ChildJvm child = ChildJvm.start(folder, LongRebuild.class, database, ROWS)) {
            child.awaitOutput(ScenarioChild.READY);
            long begun = System.nanoTime();
            assertThat(child.exit()).as(child.output()).isZero();
            return (System.nanoTime() - begun) / 1_000_000;
        }
    }

    /** Whether the process was still at work. */
    private boolean killed(Path database, long moment) throws Exception {
        try (ChildJvm child = ChildJvm.start(folder, LongRebuild.class, database, ROWS)) {
            child.awaitOutput(ScenarioChild.READY);
            Thread.sleep(moment);
            child.kill();
            assertThat(child.exit()).as(child.output()).isIn(0, KILLED);
            return child.exit() == KILLED;
        }
    }

    private static boolean hasJournal(Path database) throws Exception {
        for (Path file : Databases.of(database)) {
            String name = file.getFileName().toString();
            if ((name.endsWith("-journal") || name.endsWith("-wal")) && Files.size(file) > 0) {
                return true;
            }
        }
        return false;
    }

    private static List<String> complaints(Path database, Fingerprint before, Fingerprint after) throws Exception {
        List<String> complaints = new ArrayList<>();
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            complaints.addAll(Fingerprint.rows(statement, "integrity_check: ", "PRAGMA integrity_check"));
            complaints.remove("integrity_check: ok");
            complaints.addAll(Fingerprint.rows(statement, "foreign_key_check: ", "PRAGMA foreign_key_check"));
            Fingerprint found = Fingerprint.of(statement);
            if (!found.equals(before) && !found.equals(after)) {
                complaints.add("half a rebuild:" + before.difference(found));
            }
        }
        LongRebuild.run(database, ROWS);
        Fingerprint end = Fingerprint.of(database);
        if (!end.equals(after)) {
            complaints.add("the next run ends elsewhere");
        }
        return complaints;
    }

    @Test
    void theRebuildThatIsKilled_changesWhatItIsAskedForOnly() throws Exception {
        Path database = folder.resolve("whole.db");
        LongRebuild.prepare(database, 1_000);
        Fingerprint before = Fingerprint.of(database);

        LongRebuild.run(database, 1_000);

        assertThat(changed(before, Fingerprint.of(database)))
                .hasSize(5)
                .anyMatch(line -> line.contains("sensor TEXT NOT NULL"))
                .anyMatch(line -> line.contains("sensor VARCHAR(40) NOT NULL"))
                .anyMatch(line -> line.startsWith("history: "))
                .filteredOn(line -> line.startsWith("sqlite_sequence: 'mhc_history'"))
                .hasSize(2);
    }

    @Test
    void theRebuildsThatAreFaulted_changeWhatTheyAreAskedForOnly() throws Exception {
        List<String> changed = changed(
                Stage.of(Scenario.REBUILD).allowed().get(0),
                Stage.of(Scenario.REBUILD).end());

        assertThat(changed).anyMatch(line -> line.contains("VARCHAR(120)")).anyMatch(line -> line.contains("BIGINT"));
        assertThat(changed)
                .allMatch(line -> line.startsWith("table|orders|")
                        || line.startsWith("table|customers|")
                        || line.startsWith("index|sqlite_autoindex_orders_")
                        || line.startsWith("counters: 'm4'")
                        || line.startsWith("sqlite_sequence: 'mhc_history'")
                        || line.startsWith("history: "));
        assertThat(rows(Stage.of(Scenario.REBUILD_BACK).end()))
                .isNotEmpty()
                .isEqualTo(rows(Stage.of(Scenario.REBUILD).allowed().get(0)));
    }

    private static List<String> rows(Fingerprint database) {
        return database.lines().stream()
                .filter(line -> line.matches("(orders|order_lines|customers|shipments|audit|sqlite_sequence): .*"))
                .filter(line -> !line.contains("mhc_history"))
                .toList();
    }

    private static List<String> changed(Fingerprint one, Fingerprint other) {
        List<String> lines = new ArrayList<>(one.lines());
        lines.removeAll(other.lines());
        List<String> added = new ArrayList<>(other.lines());
        added.removeAll(one.lines());
        lines.addAll(added);
        return lines;
    }
}
