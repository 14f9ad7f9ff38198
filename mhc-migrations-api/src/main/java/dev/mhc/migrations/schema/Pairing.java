package dev.mhc.migrations.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Which found thing stands for which expected one: the one of the same name, or, where exactly one is missing and
 * exactly one is left over of the same shape, that one under another name.
 */
final class Pairing<T> {

    /** An expected thing and what stands for it. */
    record Pair<T>(T expected, T found, boolean renamed) {}

    /** How to tell that a left-over thing is a missing one under another name; an empty shape is like no other. */
    record Shape<T>(Function<T, Optional<Object>> ofExpected, Function<T, Optional<Object>> ofFound) {}

    private final Function<T, String> name;
    private final Map<String, Pair<T>> pairs = new LinkedHashMap<>();
    private final Map<String, T> missing = new LinkedHashMap<>();
    private final Map<String, T> extra = new LinkedHashMap<>();
    private final Map<String, String> renamed = new HashMap<>();

    private Pairing(Function<T, String> name) {
        this.name = name;
    }

    /**
     * Pairs by {@code name}, which returns canonical names, then by each shape in turn.
     *
     * @param reaches whether what uses the expected name finds the found thing; where it does not, but for the case they
     *     are named alike, the found one counts as renamed
     */
    static <T> Pairing<T> of(
            List<T> expected,
            List<T> found,
            Function<T, String> name,
            BiPredicate<T, T> reaches,
            List<Shape<T>> shapes) {
        Pairing<T> pairing = new Pairing<>(name);
        pairing.byName(expected, found, reaches);
        shapes.forEach(pairing::byShape);
        return pairing;
    }

    private void byName(List<T> expected, List<T> found, BiPredicate<T, T> reaches) {
        Map<String, List<T>> foundByName = new LinkedHashMap<>();
        found.forEach(item -> foundByName
                .computeIfAbsent(name.apply(item), unused -> new ArrayList<>())
                .add(item));
        for (T item : expected) {
            String key = name.apply(item);
            List<T> same = foundByName.getOrDefault(key, List.of());
            Optional<T> reached =
                    same.stream().filter(it -> reaches.test(item, it)).findFirst();
            Optional<T> stands = reached.or(() -> same.stream().findFirst());
            if (stands.isEmpty()) {
                missing.put(key, item);
            } else {
                same.remove(stands.get());
                pairs.put(key, new Pair<>(item, stands.get(), reached.isEmpty()));
            }
        }
        foundByName.forEach((key, left) -> {
            for (int i = 0; i < left.size(); i++) {
                // Where case tells two of them apart, the second is left over beside the first.
                extra.put(key + " ".repeat(i), left.get(i));
            }
        });
    }

    private void byShape(Shape<T> shape) {
        Map<Object, List<T>> extraByShape = byShape(extra, shape.ofFound());
        byShape(missing, shape.ofExpected()).forEach((key, gone) -> {
            List<T> left = extraByShape.getOrDefault(key, List.of());
            if (gone.size() == 1 && left.size() == 1) {
                rename(gone.get(0), left.get(0));
            }
        });
    }

    private static <T> Map<Object, List<T>> byShape(Map<String, T> items, Function<T, Optional<Object>> shape) {
        Map<Object, List<T>> groups = new LinkedHashMap<>();
        items.values()
                .forEach(item -> shape.apply(item)
                        .ifPresent(key -> groups.computeIfAbsent(key, unused -> new ArrayList<>())
                                .add(item)));
        return groups;
    }

    private void rename(T expected, T found) {
        String key = name.apply(expected);
        missing.remove(key);
        extra.values().remove(found);
        renamed.put(name.apply(found), key);
        pairs.put(key, new Pair<>(expected, found, true));
    }

    Iterable<Pair<T>> pairs() {
        return pairs.values();
    }

    /** The pair of the expected thing that has this name. */
    Optional<Pair<T>> pair(String key) {
        return Optional.ofNullable(pairs.get(key));
    }

    Iterable<T> missing() {
        return missing.values();
    }

    Iterable<T> extra() {
        return extra.values();
    }

    boolean isMissing(String key) {
        return missing.containsKey(key);
    }

    boolean isExtra(String key) {
        return extra.containsKey(key);
    }

    /** The canonical name that the expected side has for what is found as {@code foundName}, canonical too. */
    String key(String foundName) {
        return renamed.getOrDefault(foundName, foundName);
    }
}
