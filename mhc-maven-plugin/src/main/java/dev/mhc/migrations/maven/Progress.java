package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.Backup;
import dev.mhc.migrations.engine.MigrationListener;
import dev.mhc.migrations.engine.MigrationPlan;
import dev.mhc.migrations.engine.PlannedMigration;
import dev.mhc.migrations.engine.PlannedMigration.Direction;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Writes a line for each migration that ran, and one every ten seconds while a step is at work. */
final class Progress implements MigrationListener, AutoCloseable {

    private static final long INTERVAL_SECONDS = 10;

    /** What is at work, since when, and how many intervals of it were told. */
    private record LongStep(String what, long since, AtomicLong told) {}

    private final Log log;
    private final LongSupplier nanoTime;
    private final EngineLog engineLog;
    private final ScheduledExecutorService ticker;
    private volatile @Nullable LongStep running;
    private int widest;
    private @Nullable Backup backup;

    Progress(Log log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.engineLog = new EngineLog(log);
        this.ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "mhc-progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to look at the clock. */
    Progress start() {
        Future<?> unused = ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        return this;
    }

    @Override
    public void planned(MigrationPlan plan) {
        for (PlannedMigration migration : plan.migrations()) {
            widest = Math.max(widest, TextTable.width(migration.description()));
            if (migration.operations().isEmpty()) {
                log.warn(line("empty", migration) + "  its " + (migration.direction() == Direction.UP ? "up" : "down")
                        + " describes no change");
            }
        }
    }

    @Override
    public void backedUp(Backup made, Duration duration) {
        if (backup == null) {
            backup = made;
        }
        log.info("backup    " + made.file().getFileName() + "  " + Wording.size(made.bytes()) + " in "
                + Wording.duration(duration));
    }

    @Override
    public void backupFound(Backup made) {
        if (backup == null) {
            backup = made;
        }
        log.info("backup    " + made.file().getFileName() + "  made by another process that runs the same");
    }

    /** The first backup that was made, of what was there before. */
    Optional<Backup> backup() {
        return Optional.ofNullable(backup);
    }

    @Override
    public void step(PlannedMigration migration, String what, int operation, int operations) {
        running = new LongStep(
                Versions.format(migration.version()) + "  operation " + operation + " of " + operations + ": "
                        + Wording.abridged(what),
                nanoTime.getAsLong(),
                new AtomicLong());
    }

    /** Says what is at work if ten more seconds have passed. */
    void tick() {
        LongStep step = running;
        if (step == null) {
            return;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - step.since());
        long intervals = seconds / INTERVAL_SECONDS;
        if (step.told().getAndSet(intervals) < intervals) {
            log.info("running   " + step.what() + "  (" + Wording.duration(Duration.ofSeconds(seconds)) + " so far)");
        }
    }

    @Override
    public void progress(PlannedMigration migration, String table, long done, long total, Duration left) {
        LongStep step = running;
        if (step != null) {
            running = new LongStep(
                    Versions.format(migration.version()) + "  " + table + ": " + Wording.count(done, "row") + " of "
                            + String.format(Locale.ROOT, "%,d", total) + ", " + Wording.duration(left) + " left",
                    step.since(),
                    step.told());
        }
    }

    @Override
    public void noted(PlannedMigration migration, String line) {
        log.info("          " + line);
    }

    @Override
    public void finished(PlannedMigration migration, Duration duration) {
        running = null;
        String verb = migration.direction() == Direction.UP ? "applied" : "rolled back";
        log.info(line(verb, migration) + "  " + Wording.duration(duration));
    }

    @Override
    public void failed(PlannedMigration migration) {
        running = null;
        log.error(line("failed", migration).stripTrailing());
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        engineLog.close();
    }

    private String line(String verb, PlannedMigration migration) {
        return verb + "  " + Versions.format(migration.version()) + "  "
                + TextTable.padded(migration.description(), widest);
    }
}
