package dev.mhc.migrations.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Pairs by {@code name}, which returns canonical names, then by each shape in turn. */
    static <T> Pairing<T> of(List<T> expected, List<T> found, Function<T, String> name, List<Shape<T>> shapes) {
        Pairing<T> pairing = new Pairing<>(name);
        pairing.byName(expected, found);
        shapes.forEach(pairing::byShape);
        return pairing;
    }

    private void byName(List<T> expected, List<T> found) {
        found.forEach(item -> extra.put(name.apply(item), item));
        for (T item : expected) {
            String key = name.apply(item);
            T same = extra.remove(key);
            if (same == null) {
                missing.put(key, item);
            } else {
                pairs.put(key, new Pair<>(item, same, false));
            }
        }
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
        extra.remove(name.apply(found));
        renamed.put(name.apply(found), key);
        pairs.put(key, new Pair<>(expected, found, true));
    }

    Iterable<Pair<T>> pairs() {
        return pairs.values();
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
