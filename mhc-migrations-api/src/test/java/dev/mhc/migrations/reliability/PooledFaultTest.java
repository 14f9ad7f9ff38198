package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.error.MigrationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault in a run on a connection of a pool: the next borrower must not inherit a transaction or a setting. */
class PooledFaultTest {

    private static final int STRIDE = Depth.of(23, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "THROWS_BEFORE, APPLY",
        "THROWS_AFTER, APPLY",
        "FULL_ROLLED_BACK, APPLY",
        "THROWS_BEFORE, REPAIR",
        "THROWS_BEFORE, REBUILD",
        "THROWS_AFTER, REBUILD",
        "FULL_ROLLED_BACK, REBUILD",
        "THROWS_AFTER, REBUILD_BACK"
    })
    void afterAFaultAtAnyCall_theConnectionComesBackAsLent(Fault.Kind kind, Scenario scenario) throws Exception {
        Path database = folder.resolve("shop.db");
        try (Tally tally = new Tally(kind + ", one pooled connection", scenario)) {
            boolean struck = true;
            int closed = 0;
            // The pool connects before it lends: that is the first call.
            for (int point = 2; struck; point += STRIDE) {
                Databases.copy(Stage.of(scenario).start(), database);
                List<String> complaints = new ArrayList<>();
                Throwable failure = null;
                FaultPlan plan = FaultDriver.arm(new Fault(kind, point));
                try {
                    Connection connection = FaultDriver.dataSource(database).getConnection();
                    FaultDriver.disarm();
                    List<String> lent = soiled(
                            plan,
                            "PRAGMA foreign_keys = " + (scenario.rebuilds() ? "ON" : "OFF"),
                            "PRAGMA legacy_alter_table = " + (scenario.rebuilds() ? "OFF" : "ON"));
                    try {
                        scenario.run(scenario.settings(OnePool.of(connection)));
                    } catch (MigrationException e) {
                        failure = e;
                    }
                    struck = plan.struck();
                    // A statement that could not be closed can keep SQLite from rolling back; such a connection is
                    // closed.
                    if (plan.opened().isClosed()) {
                        closed++;
                    } else {
                        List<String> back = OnePool.condition(plan.opened());
                        if (!lent.equals(back)) {
                            back.removeAll(lent);
                            complaints.add("came back with " + back);
                        }
                    }
                } finally {
                    FaultDriver.disarm();
                    plan.close();
                }
                complaints.addAll(Verdict.of(scenario, database, failure));
                if (struck) {
                    tally.add(point, complaints);
                }
            }
            assertThat(closed).as("connections that were closed").isLessThan(tally.points() / 50 + 1);
        }
    }

    private static List<String> soiled(FaultPlan plan, String... settings) throws Exception {
        try (Statement statement = plan.opened().createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
        }
        return OnePool.condition(plan.opened());
    }
}
