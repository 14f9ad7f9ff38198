package dev.mhc.migrations.processor;

import dev.mhc.migrations.processor.compiler.Diagnostics;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts migrations in the order of their versions, and judges all of them together. */
final class MigrationOrder {

    private MigrationOrder() {}

    /** The migrations in order; a version that several have is reported on each. */
    static List<MigrationModel> of(Collection<MigrationModel> migrations, Diagnostics diagnostics) {
        Map<Long, List<MigrationModel>> byVersion = migrations.stream()
                .sorted(Comparator.comparing(migration -> migration.entry().className()))
                .collect(Collectors.groupingBy(
                        migration -> migration.entry().version(), TreeMap::new, Collectors.toList()));
        byVersion.forEach((version, sharers) -> {
            if (sharers.size() > 1) {
                for (MigrationModel sharer : sharers) {
                    diagnostics.error(
                            sharer.versionPlace(),
                            Problem.DUPLICATE_VERSION,
                            version,
                            names(sharers),
                            sharers.size() == 2 ? "one of them" : "all but one of them");
                }
            }
        });
        return byVersion.values().stream().flatMap(List::stream).toList();
    }

    /** Simple names, as long as they tell the classes apart. */
    private static String names(List<MigrationModel> migrations) {
        List<String> simple = names(migrations, migration -> migration.type().simpleName());
        List<String> names = simple.stream().distinct().count() == simple.size()
                ? simple
                : names(migrations, migration -> migration.type().canonicalName());
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static List<String> names(List<MigrationModel> migrations, Function<MigrationModel, String> name) {
        return migrations.stream().map(name).toList();
    }
}
