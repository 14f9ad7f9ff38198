package dev.mhc.migrations.engine;

import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.engine.ParityDifference.Kind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.LogicalDiff;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Proves for tests that migrations make the same of two kinds of databases: what passed on SQLite builds the same schema
 * on PostgreSQL. Immutable.
 *
 * <pre>{@code
 * SchemaParity.of(sqlite, postgresql).requireSame();
 * }</pre>
 *
 * <p>Both databases must be empty, and nobody may need them: each migration is applied on both, rolled back and applied
 * again, and at the end all are rolled back; one that is irreversible is only applied, and ends the way back. After every
 * step both are inspected. Told is where they differ, and where the way back does not lead to what was there before.
 *
 * <p>The same are tables, views, columns with their types, defaults and null-ness, keys, indexes and checks, in whatever
 * way a database spells them. The order of columns, names that a database made up, and what only one of them knows are
 * not compared; an expression that PostgreSQL writes back in its own way counts as the same if there is one on both
 * sides.
 */
public final class SchemaParity {

    private final DataSource first;
    private final DataSource second;
    private final Optional<List<MigrationRegistry>> registries;
    private final Predicate<ParityDifference> told;

    private SchemaParity(
            DataSource first,
            DataSource second,
            Optional<List<MigrationRegistry>> registries,
            Predicate<ParityDifference> told) {
        this.first = first;
        this.second = second;
        this.registries = registries;
        this.told = told;
    }

    /**
     * A comparison of two databases, by the migrations that the context class loader finds.
     *
     * @param first gives connections to a database, an own file of SQLite for example
     * @param second gives connections to the other one
     */
    public static SchemaParity of(DataSource first, DataSource second) {
        return new SchemaParity(
                Objects.requireNonNull(first, "first"),
                Objects.requireNonNull(second, "second"),
                Optional.empty(),
                difference -> true);
    }

    /** The same comparison by these registries in place of those that the class loader finds. */
    public SchemaParity registries(Collection<? extends MigrationRegistry> given) {
        return new SchemaParity(first, second, Optional.of(List.copyOf(given)), told);
    }

    /** The same comparison, without the differences that are meant to be. */
    public SchemaParity except(Predicate<? super ParityDifference> meant) {
        return new SchemaParity(first, second, registries, told.and(difference -> !meant.test(difference)));
    }

    /**
     * Takes both databases through all migrations.
     *
     * @return all differences, each with the migration that made it, in the order in which they were met
     * @throws dev.mhc.migrations.error.MigrationException if a database is not empty, or a migration fails on one
     */
    public List<ParityDifference> check() {
        ParitySide one = ParitySide.of(first);
        ParitySide other = ParitySide.of(second);
        return told(new ParityRun(firstOf(one, other), secondOf(one, other), migrations()).run());
    }

    /**
     * Takes both databases through all migrations, and goes on if they are the same after every step.
     *
     * @throws dev.mhc.migrations.error.MigrationException naming every difference, if there is one
     */
    public void requireSame() {
        List<ParityDifference> differences = check();
        if (!differences.isEmpty()) {
            throw ErrorCode.PARITY_DIFFERS.with(
                    ParitySide.of(first).name(),
                    ParitySide.of(second).name(),
                    differences.size() == 1 ? "1 place" : differences.size() + " places",
                    differences.stream().map(difference -> "  " + difference).collect(Collectors.joining("\n")));
        }
    }

    /** Compares both databases as they are, and runs nothing. */
    public List<ParityDifference> compare() {
        ParitySide one = ParitySide.of(first);
        ParitySide other = ParitySide.of(second);
        return told(LogicalDiff.compare(one.inspect(), other.inspect()).stream()
                .map(point -> ParityRun.difference(
                        Kind.AS_THEY_ARE,
                        "",
                        point,
                        firstOf(one, other).name(),
                        secondOf(one, other).name()))
                .toList());
    }

    private List<ParityDifference> told(List<ParityDifference> differences) {
        return differences.stream().filter(told).toList();
    }

    private Collection<? extends MigrationRegistry> migrations() {
        return registries.orElseGet(() -> {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            ClassLoader loader =
                    context != null ? context : Objects.requireNonNull(SchemaParity.class.getClassLoader());
            return ServiceLoader.load(MigrationRegistry.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        });
    }

    private static ParitySide firstOf(ParitySide one, ParitySide other) {
        return one.name().equals(other.name()) ? one.named("the first " + one.name()) : one;
    }

    private static ParitySide secondOf(ParitySide one, ParitySide other) {
        return one.name().equals(other.name()) ? other.named("the second " + other.name()) : other;
    }
}
