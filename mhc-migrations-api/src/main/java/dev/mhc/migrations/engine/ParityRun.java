package dev.mhc.migrations.engine;

import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.engine.ParityDifference.Kind;
import dev.mhc.migrations.engine.ParityDifference.Seen;
import dev.mhc.migrations.schema.LogicalDiff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes two empty databases through all migrations, each up, down and up again, and at the end all of them down, and
 * compares after every step. A difference is told once, of the migration that made it.
 */
final class ParityRun {

    /** All migrations of one version, which are applied together; more than one only where there are several modules. */
    private record Stage(long version, List<Registries.Known> migrations) {
        String label() {
            return migrations.stream().map(Registries.Known::label).collect(Collectors.joining(", "));
        }

        boolean isReversible() {
            return migrations.stream()
                    .allMatch(known -> known.entry().irreversible().isEmpty());
        }
    }

    /** Both databases at one moment. */
    private record State(LogicalDiff.Side first, LogicalDiff.Side second, List<LogicalDiff.Point> points) {}

    private final ParitySide first;
    private final ParitySide second;
    private final Collection<? extends MigrationRegistry> registries;
    private final Set<ParityDifference> found = new LinkedHashSet<>();

    ParityRun(ParitySide first, ParitySide second, Collection<? extends MigrationRegistry> registries) {
        this.first = first;
        this.second = second;
        this.registries = registries;
    }

    List<ParityDifference> run() {
        List<Stage> stages = stages();
        first.requireEmpty();
        second.requireEmpty();
        List<State> before = new ArrayList<>();
        State state = inspect();
        for (Stage stage : stages) {
            before.add(state);
            state = upDownUp(stage, state);
        }
        wayDown(stages, before, state);
        return List.copyOf(found);
    }

    private List<Stage> stages() {
        Map<Long, List<Registries.Known>> byVersion = new TreeMap<>();
        new Registries(registries)
                .inOrder()
                .forEach(known -> byVersion
                        .computeIfAbsent(known.entry().version(), unused -> new ArrayList<>())
                        .add(known));
        return byVersion.entrySet().stream()
                .map(entry -> new Stage(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private State upDownUp(Stage stage, State before) {
        State up = up(stage);
        report(stage, Kind.UP, up, before);
        if (!stage.isReversible()) {
            return up;
        }
        State down = down(stage);
        report(stage, Kind.DOWN, down, before, up);
        reportChange(stage, Kind.WAY_BACK, before, down);
        State again = up(stage);
        report(stage, Kind.UP, again, before, up, down);
        reportChange(stage, Kind.UP_AGAIN, up, again);
        return again;
    }

    private void wayDown(List<Stage> stages, List<State> before, State newest) {
        State state = newest;
        for (int i = stages.size() - 1; i >= 0 && stages.get(i).isReversible(); i--) {
            State down = down(stages.get(i));
            report(stages.get(i), Kind.DOWN, down, before.get(i), state);
            state = down;
        }
    }

    private State up(Stage stage) {
        return migrate(migrator -> migrator.applyTo(stage.version()));
    }

    private State down(Stage stage) {
        return migrate(migrator -> migrator.rollbackSteps(stage.migrations().size()));
    }

    private State migrate(Consumer<Migrator> how) {
        first.migrate(registries, how);
        second.migrate(registries, how);
        return inspect();
    }

    private State inspect() {
        LogicalDiff.Side one = first.inspect();
        LogicalDiff.Side other = second.inspect();
        return new State(one, other, LogicalDiff.compare(one, other));
    }

    /** Reports where the databases differ now and did not in the states before. */
    private void report(Stage stage, Kind kind, State now, State... before) {
        Set<LogicalDiff.Point> known = new HashSet<>();
        for (State state : before) {
            known.addAll(state.points());
        }
        now.points().stream()
                .filter(point -> !known.contains(point))
                .map(point -> difference(kind, stage.label(), point, first.name(), second.name()))
                .forEach(found::add);
    }

    /** Reports where one database is not what it was. */
    private void reportChange(Stage stage, Kind kind, State before, State now) {
        reportChange(stage, kind, first, LogicalDiff.compare(before.first(), now.first()));
        reportChange(stage, kind, second, LogicalDiff.compare(before.second(), now.second()));
    }

    private void reportChange(Stage stage, Kind kind, ParitySide side, List<LogicalDiff.Point> points) {
        points.stream()
                .map(point ->
                        difference(kind, stage.label(), point, side.name() + " before", side.name() + " afterwards"))
                .forEach(found::add);
    }

    static ParityDifference difference(
            Kind kind, String migration, LogicalDiff.Point point, String first, String second) {
        return new ParityDifference(
                kind, migration, point.place(), new Seen(first, point.first()), new Seen(second, point.second()));
    }
}
