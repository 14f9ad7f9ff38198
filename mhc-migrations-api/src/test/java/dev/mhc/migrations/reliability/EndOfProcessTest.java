package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.engine.MigrationReport;
import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.SchemaEditor;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are killed, asked to end, or end themselves; and Errors, which are not far from it. */
class EndOfProcessTest {

    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;

    /** About as long as a run takes in a process that has just started. */
    private static final int RUN_MILLIS = 400;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "SIGKILL, APPLY",
        "SIGKILL, ROLLBACK",
        "SIGTERM, APPLY",
        "SIGTERM, ROLLBACK",
        "SIGKILL, BACKUP",
        "SIGKILL, RESTORE",
        "SIGKILL, APPLY_WITH_BACKUP"
    })
    void aSignalAtAnyMoment_leavesWholeMigrations_andTheNextRunCompletes(String signal, Scenario scenario)
            throws Exception {
        Random random = new Random(20250101);
        Path database = folder.resolve("shop.db");
        try (Tally tally = new Tally(signal + " at a random moment", scenario)) {
            for (int round = 1; round <= Depth.of(1, 40); round++) {
                Databases.copy(Stage.of(scenario).start(), database);
                int moment = random.nextInt(RUN_MILLIS);
                try (ChildJvm child =
                        ChildJvm.start(folder, ScenarioChild.class, scenario, database, Fault.Kind.THROWS_BEFORE, 0)) {
                    child.awaitOutput(ScenarioChild.READY);
                    Thread.sleep(moment);
                    if (signal.equals("SIGKILL")) {
                        child.kill();
                    } else {
                        child.terminate();
                    }
                    // One that was done already has nothing to say either.
                    assertThat(child.exit()).as(child.output()).isIn(0, KILLED, TERMINATED);
                }
                tally.add(moment + " ms", Verdict.afterEnd(scenario, database));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EndingChild.Where.class,
            names = {"UP", "RUN"})
    void systemExit_leavesWhatWasCommittedBefore(EndingChild.Where where) throws Exception {
        Path database = folder.resolve("shop.db");
        Databases.copy(Stage.of(Scenario.APPLY).start(), database);
        try (ChildJvm child = ChildJvm.start(folder, EndingChild.class, where, database)) {
            assertThat(child.exit()).as(child.output()).isEqualTo(EndingChild.CODE);
        }
        List<Fingerprint> states = Stage.of(Scenario.APPLY).allowed();
        assertThat(states.indexOf(Fingerprint.of(database)))
                .isEqualTo(where == EndingChild.Where.UP ? 0 : states.size() - 1);
        assertThat(Verdict.afterEnd(Scenario.APPLY, database)).isEmpty();
    }

    @Test
    void aProcessThatEndsBetweenTheThirdAndTheFourth_leavesTheOthersToTheNext() throws Exception {
        Path database = folder.resolve("shop.db");
        Databases.copy(Stage.of(Scenario.APPLY).start(), database);
        try (ChildJvm child = ChildJvm.start(folder, EndingChild.class, EndingChild.Where.AFTER_THE_THIRD, database)) {
            assertThat(child.exit()).as(child.output()).isEqualTo(EndingChild.CODE);
        }
        assertThat(Fingerprint.of(database))
                .isEqualTo(Stage.of(Scenario.APPLY).allowed().get(3));
        MigrationReport report = Scenario.APPLY
                .settings(FaultDriver.dataSource(database))
                .build()
                .apply();
        assertThat(report.migrations())
                .extracting(ran -> ran.migration().version())
                .containsExactly(PendingMigrations.LOYALTY, PendingMigrations.REGIONS, PendingMigrations.TIDY);
        assertThat(Databases.query(database, "SELECT value FROM counters")).containsOnly("1");
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, AssertionError.class, NoClassDefFoundError.class})
    void anErrorInUp_namesTheMigration_andNothingRan(Class<? extends Error> type) throws Exception {
        assertThat(failingWith(schema -> fail(type), 0)).hasMessageContaining("up");
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, AssertionError.class, NoClassDefFoundError.class})
    void anErrorInWork_namesTheMigration_andOnlyThoseBeforeItRan(Class<? extends Error> type) throws Exception {
        int all = Stage.of(Scenario.APPLY).allowed().size() - 1;
        failingWith(
                schema -> {
                    schema.sql("DELETE FROM order_lines");
                    schema.run("fail", connection -> fail(type));
                },
                all);
    }

    private Throwable failingWith(Consumer<SchemaEditor> up, int reached) throws Exception {
        Path database = folder.resolve("shop.db");
        Databases.copy(Stage.of(Scenario.APPLY).start(), database);
        TestRegistry registry = World.registry().reversible(EndingChild.ENDING, "Fail", up, schema -> {});
        MigrationException[] thrown = new MigrationException[1];
        assertThatThrownBy(() -> Scenario.APPLY
                        .settings(FaultDriver.dataSource(database))
                        .registries(List.of(registry))
                        .build()
                        .apply())
                .isInstanceOfSatisfying(MigrationException.class, e -> thrown[0] = e)
                .hasMessageContaining(String.valueOf(EndingChild.ENDING));
        assertThat(Fingerprint.of(database))
                .isEqualTo(Stage.of(Scenario.APPLY).allowed().get(reached));
        assertThat(Verdict.afterEnd(Scenario.APPLY, database)).isEmpty();
        return thrown[0];
    }

    private static void fail(Class<? extends Error> type) {
        if (type == StackOverflowError.class) {
            recurse(1);
        } else if (type == AssertionError.class) {
            throw new AssertionError("it is not so");
        }
        throw new NoClassDefFoundError("com/example/Absent");
    }

    private static int recurse(int depth) {
        return depth < 0 ? 0 : 1 + recurse(depth + 1);
    }
}
