package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.LogicalDiff.LogicalTerms;
import dev.mhc.migrations.schema.LogicalDiff.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Compares a table that two databases have. */
record LogicalTableDiff(LogicalTerms terms, Table first, Table second, Consumer<Point> points) {

    void compare() {
        Map<String, Column> others = LogicalDiff.byName(second.columns(), Column::name);
        for (Column column : first.columns()) {
            Column other = others.remove(LogicalTerms.name(column.name()));
            if (other == null) {
                report(column.name(), Describe.column(column), Describe.NOTHING);
            } else {
                compare(column, other);
            }
        }
        others.values().forEach(column -> report(column.name(), Describe.NOTHING, Describe.column(column)));
        comparePrimaryKeys();
        compareForeignKeys();
        compareIndexes();
        compareChecks();
    }

    private void compare(Column one, Column other) {
        String place = one.name();
        if (!terms.sameType(one, other)) {
            report(place, one.type().toString(), other.type().toString());
        }
        if (Correspondence.isNullable(one) != Correspondence.isNullable(other)) {
            report(place, nullness(one), nullness(other));
        }
        if (!sameGeneration(one, other)) {
            report(place, Describe.generation(one.generation()), Describe.generation(other.generation()));
        } else if (one.generation() == Generation.COMPUTED) {
            compareExpressions(place, one.expression(), other.expression());
        } else if (one.generation() == Generation.NONE
                && other.generation() == Generation.NONE
                && !terms.sameDefault(one, other)) {
            report(
                    place,
                    Describe.defaultValue(one.defaultValue(), terms.first()),
                    Describe.defaultValue(other.defaultValue(), terms.second()));
        }
    }

    private static String nullness(Column column) {
        return Correspondence.isNullable(column) ? Describe.NULLABLE : Describe.NOT_NULL;
    }

    private boolean sameGeneration(Column one, Column other) {
        return one.generation() == other.generation()
                || (other.generation() == Generation.NONE && terms.first().numbersUnasked(first, one))
                || (one.generation() == Generation.NONE && terms.second().numbersUnasked(second, other));
    }

    /** An expression that is not known is none that differs. */
    private void compareExpressions(String place, Optional<String> one, Optional<String> other) {
        if (one.isPresent() && other.isPresent() && terms.otherExpression(one.get(), other.get())) {
            report(place, "computed as " + one.get(), "computed as " + other.get());
        }
    }

    private void comparePrimaryKeys() {
        Optional<List<String>> one = first.primaryKey().map(key -> LogicalTerms.names(key.columns()));
        Optional<List<String>> other = second.primaryKey().map(key -> LogicalTerms.names(key.columns()));
        if (!one.equals(other)) {
            points.accept(new Point(
                    first.name(), Describe.primaryKey(first.primaryKey()), Describe.primaryKey(second.primaryKey())));
        }
    }

    private void compareForeignKeys() {
        List<ForeignKey> left = new ArrayList<>(second.foreignKeys());
        List<ForeignKey> alone = new ArrayList<>();
        for (ForeignKey key : first.foreignKeys()) {
            LogicalDiff.take(left, key, LogicalTableDiff::sameBehaviour)
                    .or(() -> LogicalDiff.take(left, key, LogicalTableDiff::sameReference))
                    .ifPresentOrElse(other -> compare(key, other), () -> alone.add(key));
        }
        for (ForeignKey key : alone) {
            Optional<ForeignKey> instead = LogicalDiff.take(left, key, LogicalTableDiff::sameColumns);
            report(
                    TableComparison.part(key.columns()),
                    Describe.foreignKey(key),
                    instead.map(Describe::foreignKey).orElse(Describe.NOTHING));
        }
        left.forEach(key -> report(TableComparison.part(key.columns()), Describe.NOTHING, Describe.foreignKey(key)));
    }

    private void compare(ForeignKey one, ForeignKey other) {
        String place = TableComparison.part(one.columns());
        if (!sameBehaviour(one, other)) {
            report(place, Describe.behaviour(one), Describe.behaviour(other));
        }
        compareNames(place, "foreign key ", one.name(), other.name());
    }

    private static boolean sameColumns(ForeignKey one, ForeignKey other) {
        return LogicalTerms.names(one.columns()).equals(LogicalTerms.names(other.columns()));
    }

    private static boolean sameReference(ForeignKey one, ForeignKey other) {
        return sameColumns(one, other)
                && LogicalTerms.name(one.referencedTable()).equals(LogicalTerms.name(other.referencedTable()))
                && LogicalTerms.names(one.referencedColumns()).equals(LogicalTerms.names(other.referencedColumns()));
    }

    private static boolean sameBehaviour(ForeignKey one, ForeignKey other) {
        return sameReference(one, other) && Describe.behaviour(one).equals(Describe.behaviour(other));
    }

    /** A unique constraint and a unique index on the same columns do the same. */
    private void compareIndexes() {
        Map<String, Index> others =
                LogicalDiff.byName(second.indexes(), index -> index.name().orElse(""));
        List<Unique> uniques = new ArrayList<>(uniqueKeys(second));
        List<Unique> alone = new ArrayList<>(uniqueKeys(first));
        for (Index index : first.indexes()) {
            Index other = others.remove(LogicalTerms.name(index.name().orElse("")));
            if (other != null) {
                compare(index, other);
            } else {
                alone.add(Unique.of(index));
            }
        }
        others.values().forEach(index -> uniques.add(Unique.of(index)));
        for (Unique unique : alone) {
            LogicalDiff.take(uniques, unique, Unique::isSame)
                    .ifPresentOrElse(
                            other -> compareNames(unique.place(), "unique ", unique.constraint(), other.constraint()),
                            () -> report(unique.place(), unique.written(), Describe.NOTHING));
        }
        uniques.forEach(unique -> report(unique.place(), Describe.NOTHING, unique.written()));
    }

    private static List<Unique> uniqueKeys(Table table) {
        return table.uniqueKeys().stream().map(Unique::of).toList();
    }

    private void compare(Index one, Index other) {
        if (!sameParts(one, other)
                || one.unique() != other.unique()
                || one.traits().valid() != other.traits().valid()
                || one.traits().nullsNotDistinct() != other.traits().nullsNotDistinct()
                || one.where().isPresent() != other.where().isPresent()
                || (one.where().isPresent()
                        && terms.otherExpression(
                                one.where().orElseThrow(), other.where().orElseThrow()))) {
            report(one.name().orElse("index"), Describe.index(one), Describe.index(other));
        }
    }

    private boolean sameParts(Index one, Index other) {
        if (one.parts().size() != other.parts().size()) {
            return false;
        }
        for (int i = 0; i < one.parts().size(); i++) {
            Index.Part part = one.parts().get(i);
            Index.Part otherPart = other.parts().get(i);
            boolean sameText = part.expression()
                    ? !terms.otherExpression(part.text(), otherPart.text())
                    : LogicalTerms.name(part.text()).equals(LogicalTerms.name(otherPart.text()));
            if (!sameText
                    || part.expression() != otherPart.expression()
                    || part.descending() != otherPart.descending()) {
                return false;
            }
        }
        return true;
    }

    /** What could not be compared counts as the same, so that as many are on both sides. */
    private void compareChecks() {
        List<Check> left = new ArrayList<>(second.checks());
        List<Check> alone = new ArrayList<>(first.checks());
        List<BiPredicate<Check, Check>> same = List.of(
                (one, other) -> sameName(one, other) && terms.sameExpression(one.expression(), other.expression()),
                (one, other) -> sameName(one, other)
                        && one.name().isPresent()
                        && other.name().isPresent()
                        && !terms.otherExpression(one.expression(), other.expression()),
                (one, other) -> sameName(one, other) && !terms.otherExpression(one.expression(), other.expression()));
        same.forEach(pairs ->
                alone.removeIf(check -> LogicalDiff.take(left, check, pairs).isPresent()));
        for (Check check : alone) {
            Optional<Check> instead = LogicalDiff.take(
                    left,
                    check,
                    (one, other) -> one.name().isPresent() && other.name().isPresent() && sameName(one, other));
            report(
                    place(check),
                    written(check),
                    instead.map(LogicalTableDiff::written).orElse(Describe.NOTHING));
        }
        left.forEach(check -> report(place(check), Describe.NOTHING, written(check)));
    }

    private static boolean sameName(Check one, Check other) {
        return !LogicalTerms.differentNames(one.name(), other.name());
    }

    private static String place(Check check) {
        return check.name().orElse("check");
    }

    private static String written(Check check) {
        return "check (" + check.expression() + ")";
    }

    private void compareNames(String place, String what, Optional<String> one, Optional<String> other) {
        if (LogicalTerms.differentNames(one, other)) {
            report(place, what + one.orElseThrow(), what + other.orElseThrow());
        }
    }

    private void report(String part, String one, String other) {
        points.accept(new Point(first.name() + "." + part, one, other));
    }

    /**
     * Something that refuses duplicates, or an index that has no counterpart of its name.
     *
     * @param columns of a key; empty for an index that makes none
     * @param constraint the name of a constraint
     */
    private record Unique(String place, List<String> columns, Optional<String> constraint, String written) {

        static Unique of(UniqueKey key) {
            return new Unique(
                    TableComparison.part(key.columns()),
                    LogicalTerms.names(key.columns()),
                    key.name(),
                    Describe.unique(key.columns(), key.nullsNotDistinct()));
        }

        static Unique of(Index index) {
            boolean key = index.unique() && index.where().isEmpty();
            return new Unique(
                    index.name().orElse("index"),
                    key ? LogicalTerms.names(index.columns().orElse(List.of())) : List.of(),
                    Optional.empty(),
                    Describe.index(index));
        }

        boolean isSame(Unique other) {
            return !columns.isEmpty() && columns.equals(other.columns);
        }
    }
}
