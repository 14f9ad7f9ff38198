package dev.mhc.migrations.engine;

import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The registries of a build, one for each module. What they list is read only when a database is behind. */
final class Registries {

    private final SortedMap<String, MigrationRegistry> byModule = new TreeMap<>();
    private final Map<String, Map<Long, Known>> known = new HashMap<>();

    /** A migration of this build: where it stands in its registry, and what is known of it. */
    record Known(MigrationRegistry registry, int index, MigrationEntry entry) {

        MigrationKey key() {
            return new MigrationKey(entry.version(), registry.module());
        }

        String label() {
            return entry.version() + " (" + entry.description() + ")";
        }
    }

    /**
     * Collects registries.
     *
     * @throws dev.mhc.migrations.error.MigrationException if there are none, or two of one name
     */
    Registries(Collection<? extends MigrationRegistry> registries) {
        for (MigrationRegistry registry : registries) {
            MigrationRegistry other = byModule.putIfAbsent(registry.module(), registry);
            if (other != null) {
                throw ErrorCode.DUPLICATE_MODULE.with(registry.module(), origin(other), origin(registry));
            }
        }
        if (byModule.isEmpty()) {
            throw ErrorCode.NO_REGISTRY.with();
        }
    }

    private static String origin(MigrationRegistry registry) {
        var source = registry.getClass().getProtectionDomain().getCodeSource();
        String name = registry.getClass().getName();
        return source == null ? name : name + " in " + source.getLocation().getPath();
    }

    Collection<MigrationRegistry> all() {
        return Collections.unmodifiableCollection(byModule.values());
    }

    boolean has(String module) {
        return byModule.containsKey(module);
    }

    String names() {
        return String.join(", ", byModule.keySet());
    }

    /** The migrations of one module by version, in order. */
    Map<Long, Known> of(String module) {
        return known.computeIfAbsent(module, name -> {
            Map<Long, Known> migrations = new TreeMap<>();
            MigrationRegistry registry = byModule.get(name);
            if (registry != null) {
                IntStream.range(0, registry.size())
                        .mapToObj(index -> new Known(registry, index, registry.entry(index)))
                        .forEach(migration -> migrations.put(migration.entry().version(), migration));
            }
            return migrations;
        });
    }

    Optional<Known> find(MigrationKey key) {
        return Optional.ofNullable(of(key.module()).get(key.version()));
    }

    /**
     * A migration that somebody names.
     *
     * @throws dev.mhc.migrations.error.MigrationException if this build does not have it
     */
    Known require(String module, long version) {
        if (!has(module)) {
            throw ErrorCode.UNKNOWN_MODULE.with(module, names());
        }
        List<Known> all = List.copyOf(of(module).values());
        return find(new MigrationKey(version, module))
                .orElseThrow(() -> ErrorCode.UNKNOWN_VERSION.with(version, wayOut(all)));
    }

    /** What to name in place of an unknown version, where these are there to choose from. */
    static String wayOut(List<Known> all) {
        return all.isEmpty()
                ? "This build has none at all."
                : "This build has " + all.get(0).label() + " to "
                        + all.get(all.size() - 1).label() + "; the status lists them.";
    }

    /** Every migration of every module, in order of execution. */
    List<Known> inOrder() {
        List<Known> migrations = new ArrayList<>();
        byModule.keySet().forEach(module -> migrations.addAll(of(module).values()));
        migrations.sort((a, b) -> a.key().compareTo(b.key()));
        return migrations;
    }
}
