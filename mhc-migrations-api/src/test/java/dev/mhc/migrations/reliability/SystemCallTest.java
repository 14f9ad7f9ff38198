package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies at a system call on the files of the database, or the system refuses the call. */
class SystemCallTest {

    private static final int KILLED = 128 + 9;
    private static final int POINTS = Depth.of(1, 24);

    @TempDir
    Path folder;

    private record Result(int point, List<String> complaints) {}

    /** A process under strace, and what strace wrote. */
    private record Traced(int exit, String output, String trace) {}

    /** All of them in full; each scenario, each call and each fault in the bounded part. */
    static Stream<Arguments> faults() {
        Stream<Arguments> bounded = Stream.of(
                Arguments.of("pwrite64", "signal=KILL", Scenario.APPLY),
                Arguments.of("pwrite64", "error=ENOSPC", Scenario.APPLY),
                Arguments.of("unlink", "error=EIO", Scenario.APPLY),
                Arguments.of("pwrite64", "signal=KILL", Scenario.ROLLBACK),
                Arguments.of("fsync", "error=EIO", Scenario.BASELINE),
                Arguments.of("pwrite64", "error=ENOSPC", Scenario.REPAIR),
                Arguments.of("fsync", "signal=KILL", Scenario.BACKUP),
                Arguments.of("pwrite64", "error=ENOSPC", Scenario.BACKUP),
                Arguments.of("rename", "error=EIO", Scenario.BACKUP),
                Arguments.of("pwrite64", "error=EIO", Scenario.RESTORE),
                Arguments.of("unlink", "error=EIO", Scenario.RESTORE),
                Arguments.of("pwrite64", "signal=KILL", Scenario.APPLY_WITH_BACKUP),
                Arguments.of("pwrite64", "signal=KILL", Scenario.REBUILD),
                Arguments.of("pwrite64", "error=ENOSPC", Scenario.REBUILD_BACK));
        Stream<Arguments> others = Stream.of(
                Arguments.of("fsync", "signal=KILL", Scenario.APPLY),
                Arguments.of("unlink", "signal=KILL", Scenario.APPLY),
                Arguments.of("pwrite64", "error=EIO", Scenario.APPLY),
                Arguments.of("fsync", "error=EIO", Scenario.APPLY),
                Arguments.of("pwrite64", "error=ENOSPC", Scenario.ROLLBACK),
                Arguments.of("pwrite64", "signal=KILL", Scenario.BASELINE),
                Arguments.of("pwrite64", "signal=KILL", Scenario.BACKUP),
                Arguments.of("rename", "signal=KILL", Scenario.BACKUP),
                Arguments.of("pwrite64", "error=EIO", Scenario.BACKUP),
                Arguments.of("fsync", "error=EIO", Scenario.BACKUP),
                Arguments.of("unlink", "error=EIO", Scenario.BACKUP),
                Arguments.of("pwrite64", "signal=KILL", Scenario.RESTORE),
                Arguments.of("fsync", "signal=KILL", Scenario.RESTORE),
                Arguments.of("unlink", "signal=KILL", Scenario.RESTORE),
                Arguments.of("pwrite64", "error=ENOSPC", Scenario.RESTORE),
                Arguments.of("fsync", "error=EIO", Scenario.RESTORE),
                Arguments.of("pwrite64", "error=ENOSPC", Scenario.APPLY_WITH_BACKUP),
                Arguments.of("fsync", "signal=KILL", Scenario.REBUILD),
                Arguments.of("unlink", "signal=KILL", Scenario.REBUILD),
                Arguments.of("pwrite64", "error=EIO", Scenario.REBUILD),
                Arguments.of("pwrite64", "signal=KILL", Scenario.REBUILD_BACK));
        return Depth.FULL ? Stream.concat(bounded, others) : bounded;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aSystemCallThatFails_leavesWholeMigrations_andTheNextRunCompletes(String call, String fault, Scenario scenario)
            throws Exception {
        assumeTrue(Tools.succeeds("strace", "-f", "-qq", "true"), "strace does not run on this machine");
        // Every run has two of each, but for a single backup that is renamed.
        int calls = Depth.FULL
                ? (int) traced(scenario, 0, call, List.of()).trace().lines().count()
                : call.equals("rename") ? 1 : 2;
        ExecutorService two = Executors.newFixedThreadPool(2);
        try (Tally tally = new Tally(call + " " + fault + (Depth.FULL ? " (of " + calls + ")" : ""), scenario)) {
            List<Callable<Result>> runs = new ArrayList<>();
            int points = Math.min(calls, POINTS);
            for (int i = 0; i < points; i++) {
                int k = 1 + (int) ((i + 0.5) * calls / points);
                runs.add(() -> new Result(k, injected(scenario, call, fault, k)));
            }
            for (Future<Result> result : two.invokeAll(runs)) {
                tally.add(result.get().point(), result.get().complaints());
            }
        } finally {
            two.shutdown();
        }
    }

    private List<String> injected(Scenario scenario, String call, String fault, int k) throws Exception {
        Traced traced = traced(scenario, k, call, List.of("-e", "inject=" + call + ":" + fault + ":when=" + k));
        List<String> complaints = new ArrayList<>();
        if (fault.startsWith("signal")) {
            assertThat(traced.exit()).as(traced.output()).isEqualTo(KILLED);
        } else {
            assertThat(traced.trace()).contains("INJECTED");
            // A call that is repeated, or whose failure does not matter, is nothing to report.
            if (traced.exit() != 0 && !traced.output().contains("MigrationException: [")) {
                complaints.add("not an exception of ours: " + traced.output());
            }
        }
        Path database = database(k);
        complaints.addAll(
                traced.exit() == 0
                        ? Verdict.of(scenario, database, null)
                        : Verdict.afterEnd(scenario, database, traced.output()));
        Databases.delete(database);
        return complaints;
    }

    private Traced traced(Scenario scenario, int k, String call, List<String> injection) throws Exception {
        Path database = database(k);
        Databases.copy(Stage.of(scenario).start(), database);
        Path trace = folder.resolve("trace-" + k);
        List<String> strace =
                new ArrayList<>(List.of("strace", "-f", "-qq", "-e", "signal=none", "-o", trace.toString()));
        Path backup = Databases.madeBackup(database);
        for (Path file : List.of(database, backup, backup.resolveSibling(backup.getFileName() + ".tmp"))) {
            strace.addAll(List.of("-P", file.toString(), "-P", file + "-journal"));
        }
        strace.addAll(List.of("-e", "trace=" + call));
        strace.addAll(injection);
        try (ChildJvm child = ChildJvm.start(
                folder, strace, ScenarioChild.class, scenario, database, Fault.Kind.THROWS_BEFORE, 0, "FULL")) {
            int exit = child.exit();
            return new Traced(exit, child.output(), Files.readString(trace));
        }
    }

    private Path database(int k) {
        return folder.resolve("shop-" + k + ".db");
    }
}
