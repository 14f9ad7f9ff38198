package dev.mhc.migrations.processor.oracle;

import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.schema.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks Hibernate, and both databases, whether the processor has understood entities. */
final class Oracle {

    private static final Path OUTPUT = Path.of("target", "oracle");

    private final PostgresqlServer.Database server;
    private final Counts counts;

    /** Which creates its schemas in {@code server}. */
    Oracle(PostgresqlServer.Database server, Counts counts) {
        this.server = server;
        this.counts = counts;
    }

    /** What the processor has left out without being expected to, each false alarm and each miss, one in a line. */
    String problems(EntitySources sources, Naming naming, List<String> expectedNotes) throws SQLException, IOException {
        Path output = OUTPUT.resolve(sources.name() + "-" + naming.option());
        EntitySources.Compiled compiled = sources.compile(output, naming, "oracle");
        counts.compiled(compiled);
        List<String> problems = new ArrayList<>();
        if (!compiled.notes().equals(expectedNotes)) {
            problems.add("expected notes " + expectedNotes);
            compiled.notes().forEach(it -> problems.add("note: " + it));
        }
        sqlite(compiled, naming, problems);
        postgresql(compiled, naming, sources.name() + "_" + naming.option(), problems);
        return String.join("\n", problems);
    }

    /** Compiles a module that others use, into a jar. */
    static Path module(EntitySources sources, Naming naming) throws IOException {
        Path output = OUTPUT.resolve(sources.name() + "-" + naming.option());
        sources.compile(output, naming, "library");
        return EntitySources.jar(output);
    }

    private void sqlite(EntitySources.Compiled compiled, Naming naming, List<String> problems)
            throws SQLException, IOException {
        String version;
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            version = memory.getMetaData().getDatabaseProductVersion();
        }
        HibernateSchema schema = HibernateSchema.of(compiled, naming, "SQLite", version, Map.of());
        Path file = compiled.output().resolveSibling(compiled.output().getFileName() + ".db");
        try (LiveDatabase live = SqliteLive.create(file, schema)) {
            check("SQLite", live, schema, compiled, problems);
        }
    }

    private void postgresql(EntitySources.Compiled compiled, Naming naming, String schemaName, List<String> problems)
            throws SQLException, IOException {
        String version;
        try (Connection connection = server.connect()) {
            version = PostgresqlLive.version(connection);
        }
        HibernateSchema schema = HibernateSchema.of(compiled, naming, "PostgreSQL", version, Map.of());
        try (LiveDatabase live = PostgresqlLive.create(server.url(), schemaName, schema.statements())) {
            check("PostgreSQL", live, schema, compiled, problems);
        }
    }

    private void check(
            String where,
            LiveDatabase live,
            HibernateSchema schema,
            EntitySources.Compiled compiled,
            List<String> problems)
            throws SQLException {
        List<Difference> differences = live.verify(compiled.schemas());
        if (!differences.isEmpty()) {
            counts.falseAlarms(differences.size());
            differences.forEach(it -> problems.add(where + ": " + told(it)));
            problems.add(schema.statements().stream().collect(Collectors.joining("\n    ", "  made by\n    ", "")));
            return;
        }
        Set<String> unchecked = compiled.schemas().stream()
                .flatMap(it -> it.uncheckedTables().stream())
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<Mutation> mutations = live.mutations(checked(compiled)).stream()
                .filter(it -> !unchecked.contains(it.table()))
                .toList();
        for (Mutation mutation : counts.some(mutations)) {
            Optional<List<Difference>> told = live.verify(mutation, compiled.schemas());
            if (told.isPresent() && !mutation.isToldBy(told.get())) {
                counts.miss();
                problems.add(where + ": " + mutation.what() + " " + mutation.statements() + " is told as "
                        + told.get().stream().map(Oracle::told).toList());
            }
            counts.mutation(where, mutation, told.isPresent());
        }
    }

    private static Set<String> checked(EntitySources.Compiled compiled) {
        return compiled.schemas().stream()
                .flatMap(it -> it.schema().tables().stream())
                .filter(it -> !it.checks().isEmpty())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String told(Difference difference) {
        return difference.severity() + " " + difference.place() + ": expected " + difference.expected() + ", found "
                + difference.found();
    }
}
