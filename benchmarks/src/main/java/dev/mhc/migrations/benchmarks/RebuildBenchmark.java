package dev.mhc.migrations.benchmarks;

import dev.mhc.migrations.engine.MigrationListener;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.PlannedMigration;
import dev.mhc.migrations.operation.AlterTableEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Compares a rebuild with the bare SQL of one, and SQLite's own changes with a rebuild, all in one run and on a fresh copy
 * of the same file each. Takes the journal mode, the rounds, the rows, and the word {@code steps} to see where time goes.
 */
@SuppressWarnings("SystemOut")
public final class RebuildBenchmark {

    /**
     * What is measured.
     *
     * @param change what the tool does; empty for bare SQL
     * @param costs one for each round
     */
    private record Series(String name, Optional<Consumer<AlterTableEditor>> change, List<Cost> costs) {

        Series(String name, Consumer<AlterTableEditor> change) {
            this(name, Optional.of(change), new ArrayList<>());
        }

        Cost last() {
            return costs.get(costs.size() - 1);
        }

        /** The median of the rounds' shares of another series. */
        Cost shareOf(Series other) {
            List<Cost> shares = new ArrayList<>();
            for (int i = 0; i < costs.size(); i++) {
                shares.add(costs.get(i).dividedBy(other.costs.get(i)));
            }
            return Cost.median(shares);
        }
    }

    /** Not wanted between the figures. Referenced, since levels of others are forgotten. */
    private static final Logger PRODUCT = Logger.getLogger("dev.mhc.migrations");

    private final Series bare = new Series("bare SQL", Optional.empty(), new ArrayList<>());
    private final Series rebuild =
            new Series("rebuild", t -> t.alterColumn("status").defaultValue("fresh"));
    private final List<Series> natives = List.of(
            new Series("NOT NULL", t -> t.alterColumn("name").notNull()),
            new Series("CHECK", t -> t.addCheck("grown", "age >= 0")),
            new Series("rename column", t -> t.renameColumn("status", "state")),
            new Series("drop column", t -> t.dropColumn("note")));
    private final Path base;
    private final Path file;
    private final boolean steps;

    private RebuildBenchmark(Path folder, boolean steps) {
        this.base = folder.resolve("base.db");
        this.file = folder.resolve("measured.db");
        this.steps = steps;
    }

    public static void main(String[] arguments) throws Exception {
        PRODUCT.setLevel(Level.WARNING);
        String journal = argument(arguments, 0, "DELETE");
        int rounds = Integer.parseInt(argument(arguments, 1, "8"));
        int rows = Integer.parseInt(argument(arguments, 2, "1000000"));
        Path folder = Files.createTempDirectory("mhc-benchmark");
        try {
            RebuildBenchmark benchmark =
                    new RebuildBenchmark(folder, argument(arguments, 3, "").equals("steps"));
            benchmark.prepare(journal, rows);
            benchmark.run(journal, rounds, rows);
        } finally {
            delete(folder);
        }
    }

    private static String argument(String[] arguments, int index, String otherwise) {
        return arguments.length > index ? arguments[index] : otherwise;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(folder);
    }

    private void prepare(String journal, int rows) throws SQLException {
        Migrator.builder(new OneFile(base))
                .registries(List.of(new TwoMigrations(t -> {})))
                .build()
                .applyTo(TwoMigrations.CREATE);
        LargeTable.fill(base, journal, rows);
    }

    private void run(String journal, int rounds, int rows) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "SQLite %s, Java %s, %d processors, heap of %d MB at most; %,d rows, %,d bytes, journal %s%n",
                value(base, "SELECT sqlite_version()"),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                rows,
                Files.size(base),
                journal);
        // What is compiled and loaded on the first call is no part of either.
        measure(bare);
        measure(rebuild);
        for (int round = 1; round <= rounds; round++) {
            List<Series> order = new ArrayList<>(round % 2 == 1 ? List.of(bare, rebuild) : List.of(rebuild, bare));
            order.addAll(natives);
            for (Series series : order) {
                series.costs().add(measure(series));
            }
            Cost ratio = rebuild.last().dividedBy(bare.last());
            System.out.printf(
                    Locale.ROOT,
                    "round %d: bare SQL %.0f ms, rebuild %.0f ms; on the processor %.0f and %.0f ms; ratios %.3f and %.3f%n",
                    round,
                    bare.last().wall(),
                    rebuild.last().wall(),
                    bare.last().processor(),
                    rebuild.last().processor(),
                    ratio.wall(),
                    ratio.processor());
        }
        report();
    }

    private Cost measure(Series series) throws Exception {
        LargeTable.copy(base, file);
        // All begin with the file in the system's memory.
        value(file, "SELECT count(*) FROM users NOT INDEXED");
        System.gc();
        return series.change().isEmpty()
                ? Cost.of(() -> LargeTable.rebuild(file))
                : Cost.of(migrator(series.change().get())::apply);
    }

    private Migrator migrator(Consumer<AlterTableEditor> change) {
        return Migrator.builder(new OneFile(file))
                .registries(List.of(new TwoMigrations(change)))
                .listener(steps ? new StepTimes() : MigrationListener.NONE)
                .build();
    }

    private static String value(Path of, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(LargeTable.url(of));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }

    private void report() {
        System.out.println("\n| | milliseconds | on the processor | ratio | on the processor |");
        System.out.println("|---|---|---|---|---|");
        Cost alone = Cost.median(bare.costs());
        System.out.printf(Locale.ROOT, "| bare SQL | %.0f | %.0f | | |%n", alone.wall(), alone.processor());
        report(rebuild, bare);
        natives.forEach(series -> report(series, rebuild));
        System.out.printf(Locale.ROOT, "%nMost heap in use: %.1f MB%n", Cost.peakHeap() / 1048576.0);
    }

    private static void report(Series series, Series other) {
        Cost median = Cost.median(series.costs());
        Cost share = series.shareOf(other);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.3f of the %s | %.3f |%n",
                series.name(),
                median.wall(),
                median.processor(),
                share.wall(),
                other.name(),
                share.processor());
    }

    /** Prints what each step took. */
    private static final class StepTimes implements MigrationListener {

        private String step = "";
        private long begun;

        @Override
        public void step(PlannedMigration migration, String what, int operation, int operations) {
            end(what);
        }

        @Override
        public void finished(PlannedMigration migration, Duration duration) {
            end("");
        }

        private void end(String next) {
            long now = System.nanoTime();
            if (!step.isEmpty()) {
                System.out.printf(
                        Locale.ROOT,
                        "  %6.0f ms  %s%n",
                        (now - begun) / 1e6,
                        step.substring(0, Math.min(step.length(), 100)).replace('\n', ' '));
            }
            step = next;
            begun = now;
        }
    }
}
