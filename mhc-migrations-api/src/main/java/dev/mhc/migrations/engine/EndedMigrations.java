package dev.mhc.migrations.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one run has brought to its end so far, and what it warned of. */
final class EndedMigrations {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final MigrationListener listener;
    private final List<MigrationReport.Ran> ran = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    EndedMigrations(MigrationListener listener) {
        this.listener = listener;
    }

    /** A migration is in effect, or not any more. */
    void add(PlannedMigration migration, StepProgress progress, Duration took) {
        ran.add(new MigrationReport.Ran(migration, took));
        warnings.addAll(progress.warnings());
        LOG.log(
                System.Logger.Level.INFO,
                "{0} {1} in {2} ms",
                HistoryEvent.Type.ending(migration.direction()).text(),
                migration.label(),
                String.valueOf(took.toMillis()));
        listener.finished(migration, took);
    }

    /** What a failure leaves behind of them, in words. */
    String kept() {
        return switch (ran.size()) {
            case 0 -> "nothing else ran";
            case 1 -> "the one that ran before it stays";
            default -> "the " + ran.size() + " that ran before it stay";
        };
    }

    /** All of it, the warnings of the plan first. */
    MigrationReport report(MigrationPlan plan) {
        List<String> all = new ArrayList<>(plan.warnings());
        all.addAll(warnings);
        return new MigrationReport(ran, all);
    }
}
