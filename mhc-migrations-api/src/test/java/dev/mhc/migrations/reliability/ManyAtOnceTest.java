package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many processes on one database, all starting at once. */
class ManyAtOnceTest {

    private static final int PROCESSES = Depth.of(6, 16);
    private static final int ROUNDS = Depth.of(1, 10);
    private static final Pattern RAN = Pattern.compile("ran (\\d+);");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"EMPTY, DELETE", "EMPTY, WAL", "PENDING, DELETE", "PENDING, WAL"})
    void allSucceed_andEachMigrationRunsOnce(String start, String journalMode) throws Exception {
        try (Tally tally = new Tally(PROCESSES + " processes, " + journalMode, "apply on " + start)) {
            for (int round = 1; round <= ROUNDS; round++) {
                tally.add(round, round(start.equals("EMPTY"), journalMode));
            }
        }
    }

    private List<String> round(boolean empty, String journalMode) throws Exception {
        Path database = folder.resolve("shop.db");
        Databases.delete(database);
        if (!empty) {
            Databases.copy(Stage.of(Scenario.APPLY).start(), database);
        }
        Databases.execute(database, "PRAGMA journal_mode = " + journalMode);
        List<String> complaints = new ArrayList<>();
        int ran = 0;
        for (ChildJvm child : startAtOnce(database, Collections.nCopies(PROCESSES, Scenario.APPLY))) {
            if (child.exit() != 0) {
                complaints.add(child.output());
            }
            ran += RAN.matcher(child.output())
                    .results()
                    .map(MatchResult::group)
                    .mapToInt(text -> Integer.parseInt(text.substring(4, text.length() - 1)))
                    .sum();
        }
        int expected = World.registry().size()
                - (empty ? 0 : World.registry().upTo(World.APPLIED).size());
        if (ran != expected) {
            complaints.add(ran + " migrations ran, not " + expected);
        }
        if (Databases.query(database, "SELECT DISTINCT number FROM " + OneOfMany.ARRIVALS)
                        .size()
                != PROCESSES) {
            complaints.add("rows of the application are missing");
        }
        Databases.execute(database, "DROP TABLE " + OneOfMany.ARRIVALS);
        complaints.addAll(Verdict.of(Scenario.APPLY, database, null));
        return complaints;
    }

    private List<ChildJvm> startAtOnce(Path database, List<Scenario> scenarios) throws Exception {
        Path go = folder.resolve("go");
        Files.deleteIfExists(go);
        List<ChildJvm> children = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            children.add(ChildJvm.start(folder, OneOfMany.class, scenario, database, go, children.size()));
        }
        for (ChildJvm child : children) {
            child.awaitOutput(ScenarioChild.READY);
        }
        Files.createFile(go);
        return children;
    }

    @Test
    void applyAndRollbackAtOnce_areSerialised() throws Exception {
        try (Tally tally = new Tally("apply and rollback at once", "apply, rollback")) {
            for (int round = 1; round <= ROUNDS; round++) {
                tally.add(round, opposed());
            }
        }
    }

    private List<String> opposed() throws Exception {
        Path database = folder.resolve("opposed.db");
        Databases.copy(Stage.of(Scenario.APPLY).start(), database);
        // Whichever of them comes first: that the way up can be taken again is settled before.
        Scenario.APPLY.run(Scenario.APPLY.settings(FaultDriver.dataSource(database)));
        Scenario.ROLLBACK.run(Scenario.ROLLBACK.settings(FaultDriver.dataSource(database)));
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < Depth.of(2, 8); i++) {
            scenarios.add(Scenario.APPLY);
            scenarios.add(Scenario.ROLLBACK);
        }
        List<String> complaints = new ArrayList<>();
        for (ChildJvm child : startAtOnce(database, scenarios)) {
            if (child.exit() != 0) {
                complaints.add(child.output());
            }
        }
        // Only what both ways bring back can be compared: the audit tells of every time that prices went up and down.
        Scenario.APPLY.run(Scenario.APPLY.settings(FaultDriver.dataSource(database)));
        assertThat(Databases.query(database, "SELECT value FROM counters")).containsOnly("1");
        assertThat(Databases.query(database, "SELECT sum(price) FROM products"))
                .isEqualTo(Databases.query(Stage.of(Scenario.ROLLBACK).start(), "SELECT sum(price) FROM products"));
        assertThat(Databases.query(database, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(Databases.query(database, "PRAGMA integrity_check")).containsExactly("ok");
        return complaints;
    }
}
