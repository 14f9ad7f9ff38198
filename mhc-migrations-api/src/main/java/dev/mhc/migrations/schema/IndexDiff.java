package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares uniqueness and indexes of two tables. A name is never compared; it only tells that an index of other columns
 * is the one that was meant.
 */
final class IndexDiff {

    private final TableComparison tables;
    private final Optional<KeyedIndex> expectedKey;
    private final Optional<KeyedIndex> foundKey;
    /** What is found and has not been explained yet. */
    private final List<KeyedIndex> left;
    /** What is found, does not work, and has not been reported yet. */
    private final List<KeyedIndex> broken;
    /** What is found and makes another of the same signature needless. */
    private final Map<String, String> explained = new HashMap<>();

    IndexDiff(TableComparison tables) {
        this.tables = tables;
        this.expectedKey = tables.expected()
                .primaryKey()
                .map(key -> KeyedIndex.ofPrimaryKey(key, tables.expectedKeys(key.columns())));
        this.foundKey =
                tables.found().primaryKey().map(key -> KeyedIndex.ofPrimaryKey(key, tables.foundKeys(key.columns())));
        this.left = found().filter(KeyedIndex::valid).collect(Collectors.toCollection(ArrayList::new));
        this.broken = found().filter(index -> !index.valid()).collect(Collectors.toCollection(ArrayList::new));
    }

    private Stream<KeyedIndex> found() {
        return all(tables.found(), tables::foundKeys);
    }

    private Stream<KeyedIndex> all(Table table, Function<List<String>, List<String>> keys) {
        Stream<KeyedIndex> constraints = table.uniqueKeys().stream()
                .map(key -> KeyedIndex.ofUniqueKey(
                        key.name().map(tables.rules()::canonicalName), key, keys.apply(key.columns())));
        Stream<KeyedIndex> indexes = table.indexes().stream()
                .map(index -> KeyedIndex.ofIndex(
                        index.name().map(tables.rules()::canonicalName),
                        index,
                        keys.apply(index.parts().stream()
                                .filter(part -> !part.expression())
                                .map(Index.Part::text)
                                .toList()),
                        tables.rules()));
        return Stream.concat(constraints, indexes);
    }

    void compare() {
        foundKey.ifPresent(key -> explained.put(key.signature(), "the primary key"));
        List<KeyedIndex> expected = all(tables.expected(), tables::expectedKeys).toList();
        List<KeyedIndex> wanted = new ArrayList<>();
        for (KeyedIndex one : expected) {
            if (tables.anyMissing(one.columns())) {
                take(left, sameName(one));
                take(broken, sameName(one));
            } else {
                wanted.add(one);
            }
        }
        wanted.removeIf(this::isThere);
        wanted.removeIf(this::isServed);
        // What is declared twice, as a constraint and as an index, is missing once.
        Set<Set<String>> keys = new HashSet<>();
        wanted.removeIf(one -> one.isKey() && !keys.add(one.columnSet()));
        wanted.removeIf(one -> isSetOfRows(one) && tables.hasLargeObjects());
        wanted.forEach(this::reportMissing);
        reportExtras(expected);
        broken.forEach(this::reportBroken);
    }

    /** Whether the very thing is there; it is not extra then. */
    private boolean isThere(KeyedIndex wanted) {
        Predicate<KeyedIndex> same = same(wanted);
        Optional<KeyedIndex> taken = take(left, same.and(sameName(wanted)))
                .or(() -> take(left, same.and(found -> found.nullsNotDistinct() == wanted.nullsNotDistinct())))
                .or(() -> take(left, same));
        taken.ifPresent(found -> {
            explained.put(found.signature(), found.index().flatMap(Index::name).orElse("the unique constraint"));
            compareNulls(wanted, found);
        });
        return taken.isPresent();
    }

    private static Predicate<KeyedIndex> same(KeyedIndex wanted) {
        return wanted.isKey()
                ? found -> found.isKey() && found.columnSet().equals(wanted.columnSet())
                : found -> found.signature().equals(wanted.signature()) && !found.isKey();
    }

    private void compareNulls(KeyedIndex wanted, KeyedIndex found) {
        if (wanted.unique() && wanted.nullsNotDistinct() != found.nullsNotDistinct() && mayBeNull(wanted)) {
            tables.report(
                    Severity.WARNING,
                    wanted.isConstraint() ? Code.DIFFERENT_UNIQUE : Code.DIFFERENT_INDEX,
                    part(wanted),
                    wanted.describe(),
                    found.describe(),
                    (found.nullsNotDistinct() ? "A second NULL is refused. " : "") + "Replace it: " + drop(found) + "; "
                            + add(wanted));
        }
    }

    private boolean mayBeNull(KeyedIndex wanted) {
        return tables.expected().columns().stream()
                .filter(Correspondence::isNullable)
                .anyMatch(column -> wanted.columns().contains(tables.rules().canonicalName(column.name())));
    }

    /** Whether a key does the work: the primary key, or one that another expectation has explained. */
    private boolean isServed(KeyedIndex wanted) {
        Predicate<KeyedIndex> serves = wanted.isKey()
                ? key -> key.columnSet().equals(wanted.columnSet())
                : key -> key.signature().equals(wanted.signature());
        return foundKey.filter(serves).isPresent()
                || found().filter(KeyedIndex::valid).filter(KeyedIndex::isKey).anyMatch(serves);
    }

    private Predicate<KeyedIndex> sameName(KeyedIndex wanted) {
        return found -> wanted.name().isPresent() && wanted.name().equals(found.name());
    }

    private static Optional<KeyedIndex> take(List<KeyedIndex> from, Predicate<KeyedIndex> condition) {
        Optional<KeyedIndex> taken = from.stream().filter(condition).findFirst();
        taken.ifPresent(from::remove);
        return taken;
    }

    private String add(KeyedIndex wanted) {
        return wanted.index()
                .map(index -> Snippet.createIndex(tables.expected(), index, wanted.written()))
                .orElseGet(() -> Snippet.alter(tables.expected(), "addUnique", wanted.written()));
    }

    private void reportMissing(KeyedIndex wanted) {
        Optional<KeyedIndex> unfinished = take(broken, same(wanted));
        if (unfinished.isPresent()) {
            tables.report(
                    Severity.ERROR,
                    Code.BROKEN_INDEX,
                    part(wanted),
                    wanted.describe(),
                    unfinished.get().describe(),
                    (wanted.unique() ? "Its making failed; rows may have duplicates. " : "Its making failed. ")
                            + "Drop it and make it again: " + drop(unfinished.get()) + "; " + add(wanted));
            return;
        }
        Optional<KeyedIndex> instead = take(left, sameName(wanted))
                .or(() -> take(
                        left,
                        found ->
                                !wanted.columns().isEmpty() && found.columnSet().equals(wanted.columnSet())));
        String add = add(wanted);
        tables.report(
                severity(wanted),
                instead.isPresent()
                        ? wanted.isConstraint() ? Code.DIFFERENT_UNIQUE : Code.DIFFERENT_INDEX
                        : wanted.isConstraint() ? Code.MISSING_UNIQUE : Code.MISSING_INDEX,
                part(wanted),
                wanted.describe(),
                instead.map(KeyedIndex::describe).orElse(Describe.NOTHING),
                instead.map(found -> "Replace it: " + drop(found) + "; " + add).orElse("Add it: " + add));
    }

    private Severity severity(KeyedIndex missing) {
        if (isSetOfRows(missing)) {
            return Severity.INFO;
        }
        return missing.unique() ? Severity.ERROR : Severity.WARNING;
    }

    private boolean isSetOfRows(KeyedIndex wanted) {
        return wanted.isKey() && expectedKey.isEmpty() && tables.isSetOfRows(wanted.columnSet());
    }

    private void reportExtras(List<KeyedIndex> expected) {
        Set<Set<String>> keys = Stream.concat(expected.stream().filter(KeyedIndex::isKey), expectedKey.stream())
                .map(KeyedIndex::columnSet)
                .collect(Collectors.toSet());
        for (KeyedIndex found : left) {
            if (!tables.anyExtra(found.columns())) {
                boolean refusesMore = found.isKey() && keys.stream().noneMatch(found.columnSet()::containsAll);
                reportExtra(found, refusesMore);
            }
        }
    }

    private void reportExtra(KeyedIndex found, boolean refusesMore) {
        String repeated = explained.putIfAbsent(
                found.signature(), found.index().flatMap(Index::name).orElse("another"));
        String finding = found.describe() + (repeated == null ? "" : ", needless: repeats " + repeated);
        String advice = refusesMore
                ? "Inserts may fail. Declare it in the entity, or drop it: "
                : repeated == null ? "Declare it in the entity, or drop it: " : "Drop it: ";
        tables.report(
                refusesMore ? Severity.WARNING : Severity.INFO,
                found.isConstraint() ? Code.EXTRA_UNIQUE : Code.EXTRA_INDEX,
                part(found),
                Describe.NOTHING,
                finding,
                advice + drop(found));
    }

    private void reportBroken(KeyedIndex found) {
        tables.report(
                Severity.WARNING,
                Code.BROKEN_INDEX,
                part(found),
                Describe.NOTHING,
                found.describe(),
                "Its making failed; it costs writes and serves no query. Drop it: " + drop(found));
    }

    private String drop(KeyedIndex found) {
        return found.index()
                .map(index -> Snippet.dropIndex(index.name().orElse("…")))
                .orElseGet(() -> Snippet.alter(tables.expected(), "dropUnique", found.written()));
    }

    private static String part(KeyedIndex one) {
        return one.index().flatMap(Index::name).orElseGet(() -> TableComparison.part(one.written()));
    }
}
