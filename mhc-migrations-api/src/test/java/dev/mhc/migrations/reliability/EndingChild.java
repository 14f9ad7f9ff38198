package dev.mhc.migrations.reliability;

import dev.mhc.migrations.engine.MigrationListener;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.PlannedMigration;
import dev.mhc.migrations.engine.TestRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The main class of a process that ends itself while it migrates. */
final class EndingChild {

    static final long ENDING = 2025_03_01_000000L;
    static final int CODE = 3;

    /** Where it ends. */
    enum Where {
        UP,
        RUN,
        AFTER_THE_THIRD
    }

    private EndingChild() {}

    /** Takes where to end, and the database. */
    public static void main(String[] arguments) {
        Where where = Where.valueOf(arguments[0]);
        TestRegistry registry = where == Where.AFTER_THE_THIRD ? World.registry() : endingIn(where);
        Migrator.builder(FaultDriver.dataSource(Path.of(arguments[1])))
                .registries(List.of(registry))
                .listener(where == Where.AFTER_THE_THIRD ? new EndAfterThree() : MigrationListener.NONE)
                .build()
                .apply();
    }

    private static TestRegistry endingIn(Where where) {
        return World.registry()
                .reversible(
                        ENDING,
                        "End of the process",
                        schema -> {
                            schema.sql("DELETE FROM order_lines");
                            if (where == Where.UP) {
                                System.exit(CODE);
                            }
                            schema.run("end the process", connection -> System.exit(CODE));
                        },
                        schema -> {});
    }

    private static final class EndAfterThree implements MigrationListener {
        private int finished;

        @Override
        public void finished(PlannedMigration migration, Duration duration) {
            if (++finished == 3) {
                Runtime.getRuntime().halt(CODE);
            }
        }
    }
}
