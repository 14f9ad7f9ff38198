package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells a listener how one migration gets on, and keeps the warnings for the report. */
final class StepProgress implements Progress {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final PlannedMigration migration;
    private final MigrationListener listener;
    private final List<String> warnings = new ArrayList<>();
    private String table = "";
    private long begun;
    private long first;

    StepProgress(PlannedMigration migration, MigrationListener listener) {
        this.migration = migration;
        this.listener = listener;
    }

    @Override
    public void rows(String of, long done, long total) {
        long now = System.nanoTime();
        if (!of.equals(table) || done <= first) {
            table = of;
            begun = now;
            first = done;
        }
        listener.progress(migration, of, done, total, left(now - begun, done - first, total - done));
    }

    /** Nothing is known before the first rows are through. */
    private static Duration left(long nanos, long done, long rest) {
        return done <= 0 || rest <= 0 ? Duration.ZERO : Duration.ofNanos((long) ((double) nanos / done * rest));
    }

    @Override
    public void note(String line) {
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", migration.label(), line);
        listener.noted(migration, line);
    }

    @Override
    public void warn(String line) {
        LOG.log(System.Logger.Level.WARNING, "{0}: {1}", migration.label(), line);
        warnings.add(migration.label() + ": " + line);
        listener.warned(migration, line);
    }

    /** What was said before is said again, where it still holds. */
    void startAgain(String why) {
        warnings.clear();
        note(why);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
