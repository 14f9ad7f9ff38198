package dev.mhc.migrations.benchmarks;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.benchmarks.ModelCompile.Processor;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.dialect.sqlite.SqliteDialect;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.SchemaReport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Measures what the processor adds to a compile of many entities, and how long it takes to compare their schema with a
 * database. Takes the rounds and the number of entities.
 */
@SuppressWarnings("SystemOut")
public final class EntityBenchmark {

    private static final Logger PRODUCT = Logger.getLogger("dev.mhc.migrations");

    /** One compile. */
    private interface Compile {
        void run(Processor processor) throws Exception;
    }

    private EntityBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        PRODUCT.setLevel(Level.WARNING);
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int entities = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        Path folder = Files.createTempDirectory("mhc-benchmark");
        try {
            List<Path> sources = ManyEntities.write(folder.resolve("sources"), entities);
            ModelCompile compile = new ModelCompile(sources, folder.resolve("classes"));
            for (int i = 0; i < rounds; i++) {
                for (Processor processor : Processor.values()) {
                    compile.here(processor);
                }
            }
            System.out.println("| compile | javac, ms | idle | generating | ours | ours : javac | generating : javac |"
                    + " ours : generating | (ours - generating) : javac |\n|---|---|---|---|---|---|---|---|---|");
            compare("in a process that has compiled before", rounds, compile::here);
            compare("in a process of its own", rounds, compile::elsewhere);
            compile.here(Processor.OURS);
            verify(folder, rounds);
        } finally {
            ModelCompile.delete(folder);
        }
    }

    /** In each round one follows the other; which is the first, changes from round to round. Ours is the last of all. */
    private static void compare(String name, int rounds, Compile compile) throws Exception {
        Processor[] processors = Processor.values();
        double[][] times = new double[processors.length][rounds];
        for (int i = 0; i < rounds; i++) {
            for (int j = 0; j < processors.length; j++) {
                int next = (i + j) % processors.length;
                times[next][i] = time(() -> compile.run(processors[next]));
            }
        }
        double[] javac = times[0];
        double[] generating = times[processors.length - 2];
        double[] ours = times[processors.length - 1];
        double[] own = new double[rounds];
        Arrays.setAll(own, i -> ours[i] - generating[i]);
        String medians = Arrays.stream(times)
                .map(it -> String.format(Locale.ROOT, "%.0f", median(it)))
                .collect(Collectors.joining(" | "));
        String ratios = String.join(
                " | ", ratio(ours, javac), ratio(generating, javac), ratio(ours, generating), ratio(own, javac));
        System.out.println("| " + name + " | " + medians + " | " + ratios + " |");
    }

    /** The median of the rounds' ratios, and between which they are. */
    private static String ratio(double[] times, double[] base) {
        double[] ratios = new double[times.length];
        Arrays.setAll(ratios, i -> times[i] / base[i]);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f–%.2f)",
                median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
    }

    private static void verify(Path folder, int rounds) throws Exception {
        List<URL> classes = List.of(folder.resolve("classes").toUri().toURL());
        try (URLClassLoader loader = new URLClassLoader(classes.toArray(new URL[0]));
                EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            EntitySchema schema =
                    ServiceLoader.load(EntitySchema.class, loader).findFirst().orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "%n%,d entities, %,d tables, %,d columns, %,d notes%n",
                    schema.entities().size(),
                    schema.schema().tables().size(),
                    schema.schema().tables().stream()
                            .mapToInt(it -> it.columns().size())
                            .sum(),
                    schema.notes().size());
            System.out.println("\n| verify-schema | first, ms | median, ms | differences |\n|---|---|---|---|");
            verify(schema, new OneFile(folder.resolve("model.db")), false, rounds);
            verify(schema, server.getPostgresDatabase(), true, rounds);
        }
    }

    private static void verify(EntitySchema schema, DataSource source, boolean postgresql, int rounds)
            throws Exception {
        Dialect dialect;
        try (Connection connection = source.getConnection()) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            dialect = postgresql ? PostgresqlDialect.of(version) : SqliteDialect.of(version);
        }
        new ModelDatabase(schema.schema(), dialect).create(source, postgresql);
        Migrator migrator = Migrator.builder(source)
                .registries(List.of())
                .entitySchemas(List.of(schema))
                .build();
        List<SchemaReport> reports = new ArrayList<>();
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            times[i] = time(() -> reports.add(migrator.verifySchema()));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %d |%n",
                dialect.name(),
                times[0],
                median(times),
                reports.get(0).differences().size());
        reports.get(0).differences().stream().limit(5).forEach(System.out::println);
    }

    private static double time(Cost.Work work) throws Exception {
        return Cost.of(work).wall();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
