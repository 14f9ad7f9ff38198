package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

/** The process is gone before or after any call that reaches the database, without a word. */
class HaltTest {

    @TempDir
    Path folder;

    private record Result(int point, List<String> complaints) {}

    /** Between two calls nothing reaches the database: the bounded part takes after one for before the next. */
    static Stream<Arguments> kindsAndScenarios() {
        return Arrays.stream(Scenario.values())
                .flatMap(scenario -> Stream.of(Fault.Kind.HALTS_BEFORE, Fault.Kind.HALTS_AFTER)
                        .filter(kind -> Depth.FULL || kind.isAfter())
                        .map(kind -> Arguments.of(kind, scenario)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndScenarios")
    void aProcessThatIsGoneAtAnyCall_leavesWholeMigrations_andTheNextRunCompletes(Fault.Kind kind, Scenario scenario)
            throws Exception {
        int calls = countCalls(scenario);
        int stride = Depth.of(Math.max(1, calls / (scenario.isRepeatable() ? 2 : 1)), 1);
        int first = (stride + 1) / 2;
        ExecutorService two = Executors.newFixedThreadPool(2);
        try (Tally tally = new Tally(kind, scenario)) {
            List<Callable<Result>> runs = new ArrayList<>();
            for (int point = first; point <= calls; point += stride) {
                int k = point;
                runs.add(() -> new Result(k, halted(new Fault(kind, k), scenario)));
            }
            for (Future<Result> result : two.invokeAll(runs)) {
                tally.add(result.get().point(), result.get().complaints());
            }
        } finally {
            two.shutdown();
        }
    }

    private int countCalls(Scenario scenario) throws Exception {
        Path database = folder.resolve("count.db");
        Databases.copy(Stage.of(scenario).start(), database);
        try (FaultPlan plan = FaultDriver.arm(Fault.NONE)) {
            scenario.run(scenario.settings(FaultDriver.dataSource(database)));
            return plan.calls();
        } finally {
            FaultDriver.disarm();
        }
    }

    private List<String> halted(Fault fault, Scenario scenario) throws Exception {
        Path database = folder.resolve(scenario + "-" + fault.point() + ".db");
        Databases.copy(Stage.of(scenario).start(), database);
        try (ChildJvm child =
                ChildJvm.start(folder, ScenarioChild.class, scenario, database, fault.kind(), fault.point())) {
            assertThat(child.exit()).as(child.output()).isEqualTo(Fault.HALTED);
        }
        List<String> complaints = Verdict.afterEnd(scenario, database);
        Databases.delete(database);
        return complaints;
    }
}
