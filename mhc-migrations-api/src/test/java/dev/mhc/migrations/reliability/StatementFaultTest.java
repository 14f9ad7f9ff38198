package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.error.MigrationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that reaches the database fails once, in every way in which JDBC can tell of a failure. */
class StatementFaultTest {

    /** A prime number, so that the bounded part meets calls of every sort. */
    private static final int STRIDE = Depth.of(31, 1);

    private static final int STRIDE_OF_COPIES = Depth.of(53, 1);

    private static final int STRIDE_OF_REBUILDS = Depth.of(67, 1);

    @TempDir
    Path folder;

    static Stream<Arguments> kindsAndScenarios() {
        List<Arguments> all = new ArrayList<>();
        Set<Fault.Kind> kinds = EnumSet.allOf(Fault.Kind.class);
        kinds.removeIf(Fault.Kind::halts);
        for (Fault.Kind kind : kinds) {
            for (Scenario scenario : Scenario.values()) {
                all.add(Arguments.of(kind, scenario));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("kindsAndScenarios")
    void aFaultAtAnyCall_leavesWholeMigrations_andTheNextRunCompletes(Fault.Kind kind, Scenario scenario)
            throws Exception {
        Path database = folder.resolve("shop.db");
        try (Tally tally = new Tally(kind, scenario)) {
            boolean struck = true;
            for (int point = 1; struck; point += stride(scenario)) {
                Databases.copy(Stage.of(scenario).start(), database);
                Throwable failure = null;
                FaultPlan plan = FaultDriver.arm(new Fault(kind, point));
                try {
                    failure = run(scenario, database);
                } finally {
                    FaultDriver.disarm();
                    plan.close();
                }
                struck = plan.struck();
                if (struck) {
                    tally.add(point, Verdict.of(scenario, database, failure));
                }
            }
        }
    }

    private static int stride(Scenario scenario) {
        if (scenario.rebuilds()) {
            return STRIDE_OF_REBUILDS;
        }
        return scenario.backsUp() ? STRIDE_OF_COPIES : STRIDE;
    }

    @ParameterizedTest
    @CsvSource({"BACKUP, backup to ", "RESTORE, restore from ", "APPLY_WITH_BACKUP, backup to "})
    void theConnectionsThatABackupNeeds_haveTheirFaultsToo(Scenario scenario, String statement) throws Exception {
        Path database = folder.resolve("shop.db");
        Databases.copy(Stage.of(scenario).start(), database);
        int point;
        try (FaultPlan plan = FaultDriver.arm(Fault.NONE)) {
            scenario.run(scenario.settings(FaultDriver.dataSource(database)));
            point = plan.callOf(statement);
        } finally {
            FaultDriver.disarm();
        }
        assertThat(point).isPositive();
        Databases.copy(Stage.of(scenario).start(), database);
        try (FaultPlan plan = FaultDriver.arm(new Fault(Fault.Kind.IOERR, point))) {
            assertThat(run(scenario, database))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("SQLITE_IOERR");
            assertThat(plan.struck()).isTrue();
        } finally {
            FaultDriver.disarm();
        }
    }

    /** A failure that is expected there must not hide one that ends the transaction: what comes next would commit alone. */
    @ParameterizedTest
    @CsvSource({"ALTER TABLE main.mhc_self_test RENAME", "EXPLAIN "})
    void statementsThatAreOnlyTried_endTheMigration_ifTheTransactionIsGone(String statement) throws Exception {
        Path database = folder.resolve("shop.db");
        Databases.copy(Stage.of(Scenario.APPLY).start(), database);
        int point;
        try (FaultPlan plan = FaultDriver.arm(Fault.NONE)) {
            Scenario.APPLY.run(Scenario.APPLY.settings(FaultDriver.dataSource(database)));
            point = plan.callOf(statement);
        } finally {
            FaultDriver.disarm();
        }
        assertThat(point).isPositive();
        Databases.copy(Stage.of(Scenario.APPLY).start(), database);
        Throwable failure;
        try (FaultPlan plan = FaultDriver.arm(new Fault(Fault.Kind.FULL_ROLLED_BACK, point))) {
            failure = run(Scenario.APPLY, database);
            assertThat(plan.struck()).isTrue();
        } finally {
            FaultDriver.disarm();
        }
        assertThat(Verdict.of(Scenario.APPLY, database, failure)).isEmpty();
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static @Nullable Throwable run(Scenario scenario, Path database) {
        try {
            scenario.run(scenario.settings(FaultDriver.dataSource(database)));
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }
}
