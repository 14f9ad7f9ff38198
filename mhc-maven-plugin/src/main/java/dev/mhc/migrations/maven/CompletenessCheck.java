package dev.mhc.migrations.maven;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Compares what the annotation processor wrote with the class files, so that a compile without it, or of a part of the
 * sources, loses no migration and no entity in silence.
 *
 * @param project its name, for messages
 * @param version of the plugin, and so of the processor
 * @param output where the project's own classes are
 * @param classes what is there
 */
record CompletenessCheck(String project, String version, Path output, CompiledClasses classes) {

    private static final String MIGRATION = "dev.mhc.migrations.Migration";
    private static final String ENTITY = "jakarta.persistence.Entity";

    /** Goes on if nothing is missing. */
    void require(List<MigrationRegistry> registries, List<EntitySchema> entitySchemas, boolean needsEntities)
            throws MojoExecutionException {
        requireMigrations(registries);
        requireEntities(entitySchemas, needsEntities);
    }

    /** The module whose registry is compiled here; the others come with dependencies. */
    Optional<String> ownModule(List<MigrationRegistry> registries) {
        return registries.stream()
                .filter(registry -> isFromOutput(registry.getClass()))
                .map(MigrationRegistry::module)
                .findFirst();
    }

    private void requireMigrations(List<MigrationRegistry> registries) throws MojoExecutionException {
        Set<String> compiled = classes.annotatedWith(MIGRATION);
        if (registries.isEmpty()) {
            throw GoalError.NO_REGISTRY.with(
                    project,
                    compiled.isEmpty() ? "" : ", though " + listed(compiled) + " is compiled in " + output,
                    processorSnippet());
        }
        Set<String> registered = new TreeSet<>();
        for (MigrationRegistry registry : registries) {
            List<String> names = IntStream.range(0, registry.size())
                    .mapToObj(registry::entry)
                    .map(MigrationEntry::className)
                    .toList();
            registered.addAll(names);
            if (isFromOutput(registry.getClass())) {
                List<String> gone =
                        names.stream().filter(name -> !classes.contains(name)).toList();
                if (!gone.isEmpty()) {
                    throw GoalError.STALE_REGISTRY.with(registry.module(), listed(gone), output);
                }
                Set<String> missing = minus(compiled, names);
                if (!missing.isEmpty()) {
                    throw GoalError.INCOMPLETE_REGISTRY.with(registry.module(), listed(missing), output);
                }
            }
        }
        Set<String> unregistered = minus(compiled, registered);
        if (!unregistered.isEmpty()) {
            throw GoalError.UNREGISTERED_MIGRATION.with(listed(unregistered), output, processorSnippet());
        }
    }

    private void requireEntities(List<EntitySchema> entitySchemas, boolean needsEntities)
            throws MojoExecutionException {
        Set<String> known = new TreeSet<>();
        entitySchemas.forEach(schema -> known.addAll(schema.entities()));
        if (needsEntities && entitySchemas.isEmpty()) {
            throw GoalError.NO_ENTITY_SCHEMA.with(project, processorSnippet());
        }
        Set<String> missing = minus(classes.annotatedWith(ENTITY), known);
        if (!missing.isEmpty()) {
            throw GoalError.MISSING_ENTITY.with(listed(missing), output);
        }
    }

    /** Whether a class was compiled here, and did not come with a dependency. */
    private boolean isFromOutput(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source != null
                    && source.getLocation() != null
                    && Path.of(source.getLocation().toURI())
                            .equals(output.toAbsolutePath().normalize());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private String processorSnippet() {
        return """
                  <plugin>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <configuration>
                      <annotationProcessorPaths>
                        <path>
                          <groupId>dev.mhc</groupId>
                          <artifactId>mhc-migrations-processor</artifactId>
                          <version>%s</version>
                        </path>
                      </annotationProcessorPaths>
                    </configuration>
                  </plugin>""".formatted(version).indent(2).stripTrailing();
    }

    private static Set<String> minus(Set<String> all, Iterable<String> some) {
        Set<String> rest = new TreeSet<>(all);
        some.forEach(rest::remove);
        return rest;
    }

    private static String listed(Iterable<String> names) {
        List<String> list = new ArrayList<>();
        names.forEach(list::add);
        return list.size() <= 3
                ? String.join(", ", list)
                : String.join(", ", list.subList(0, 3)) + " and " + (list.size() - 3) + " more";
    }
}
