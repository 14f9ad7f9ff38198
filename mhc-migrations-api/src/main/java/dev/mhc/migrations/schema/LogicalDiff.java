package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Column.Generation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Compares what two databases have, each of which may be of another kind. Two parts are the same if one of the two
 * databases takes them for the same; what only one of them knows is not compared, nor is the order of columns.
 */
public final class LogicalDiff {

    /**
     * A database to compare.
     *
     * @param schema what it has
     * @param rules when two spellings mean the same to it
     */
    public record Side(Schema schema, SchemaRules rules) {}

    /**
     * One point where the two are not the same.
     *
     * @param place the table, or {@code table.column}, or {@code table.index}
     * @param first what the first has there, or {@code nothing}
     * @param second what the second has there, or {@code nothing}
     */
    public record Point(String place, String first, String second) {}

    private final LogicalTerms terms;
    private final List<Point> points = new ArrayList<>();

    private LogicalDiff(LogicalTerms terms) {
        this.terms = terms;
    }

    /** All points where the two are not the same, sorted by table. */
    public static List<Point> compare(Side first, Side second) {
        LogicalDiff diff = new LogicalDiff(new LogicalTerms(first.rules(), second.rules()));
        diff.each(
                first.schema().tables(),
                second.schema().tables(),
                Table::name,
                "table",
                (one, other) -> new LogicalTableDiff(diff.terms, one, other, diff.points::add).compare());
        diff.each(first.schema().views(), second.schema().views(), View::name, "view", (one, other) -> {});
        return List.copyOf(diff.points);
    }

    private interface Pair<T> {
        void compare(T first, T second);
    }

    private <T> void each(List<T> first, List<T> second, Function<T, String> name, String what, Pair<T> pair) {
        Map<String, T> ones = byName(first, name);
        Map<String, T> others = byName(second, name);
        Map<String, T> all = new TreeMap<>(others);
        all.putAll(ones);
        all.forEach((key, part) -> {
            T one = ones.get(key);
            T other = others.get(key);
            if (one != null && other != null) {
                pair.compare(one, other);
            } else {
                points.add(new Point(
                        name.apply(part),
                        one == null ? Describe.NOTHING : what,
                        other == null ? Describe.NOTHING : what));
            }
        });
    }

    static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        parts.forEach(part -> named.put(LogicalTerms.name(name.apply(part)), part));
        return named;
    }

    /** Takes the first of {@code left} that goes with {@code part}. */
    static <T> Optional<T> take(List<T> left, T part, BiPredicate<T, T> same) {
        Optional<T> taken =
                left.stream().filter(other -> same.test(part, other)).findFirst();
        taken.ifPresent(left::remove);
        return taken;
    }

    /** When parts of two databases are the same. */
    record LogicalTerms(SchemaRules first, SchemaRules second) {

        static String name(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        static List<String> names(List<String> names) {
            return names.stream().map(LogicalTerms::name).toList();
        }

        /** Not if one has none: the database has made up that of the other. */
        static boolean differentNames(Optional<String> one, Optional<String> other) {
            return one.isPresent() && other.isPresent() && !name(one.get()).equals(name(other.get()));
        }

        boolean sameType(Column one, Column other) {
            if (one.generation() == Generation.IDENTITY && other.generation() == Generation.IDENTITY) {
                // SQLite numbers rows in one width only.
                return true;
            }
            ColumnType type = first.logicalType(one.type());
            ColumnType otherType = second.logicalType(other.type());
            return type.equals(otherType)
                    || type.equals(first.logicalType(otherType))
                    || otherType.equals(second.logicalType(type));
        }

        boolean sameDefault(Column one, Column other) {
            ColumnType type = first.logicalType(one.type());
            ColumnType otherType = second.logicalType(other.type());
            return first.canonicalDefault(type, one.defaultValue())
                            .equals(first.canonicalDefault(type, other.defaultValue()))
                    || second.canonicalDefault(otherType, one.defaultValue())
                            .equals(second.canonicalDefault(otherType, other.defaultValue()));
        }

        boolean sameExpression(String one, String other) {
            return first.canonicalExpression(one).equals(first.canonicalExpression(other))
                    || second.canonicalExpression(one).equals(second.canonicalExpression(other));
        }

        /** Whether they mean something else for certain, and are not only written in a way that is not understood. */
        boolean otherExpression(String one, String other) {
            return !sameExpression(one, other)
                    && (first.getClass() == second.getClass()
                            || understood(first, one, other)
                            || understood(second, one, other));
        }

        private static boolean understood(SchemaRules rules, String one, String other) {
            return rules.understands(one) && rules.understands(other);
        }
    }
}
