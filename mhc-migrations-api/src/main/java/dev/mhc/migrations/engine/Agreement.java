package dev.mhc.migrations.engine;

import dev.mhc.migrations.engine.MigrationStatus.State;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where a build and a history agree and where not, judged within each module. */
final class Agreement {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private final Registries registries;
    private final HistoryState state;

    Agreement(Registries registries, HistoryState state) {
        this.registries = registries;
        this.state = state;
    }

    /** What must not be: applied migrations that changed or are gone. */
    List<MigrationException> problems() {
        List<MigrationException> problems = new ArrayList<>();
        for (String module : state.modules()) {
            if (!registries.has(module) && state.newest(module).isPresent()) {
                problems.add(ErrorCode.MODULE_MISSING.with(module, registries.names()));
            }
        }
        for (HistoryEvent event : inEffect()) {
            State where = stateOf(event);
            if (where == State.CHANGED) {
                String compiled =
                        registries.find(event.key()).orElseThrow().entry().checksum();
                problems.add(ErrorCode.CHANGED_AFTER_APPLY.with(
                        event.label(),
                        shortened(event.checksum()),
                        day(event),
                        shortened(compiled),
                        repairOf(event.key())));
            } else if (where == State.MISSING) {
                problems.add(ErrorCode.MIGRATION_MISSING.with(event.label(), day(event)));
            }
        }
        for (HalfRun half : unknownHalfApplied(State.MISSING)) {
            problems.add(ErrorCode.HALF_APPLIED_MISSING.with(half.last().label(), half.progress()));
        }
        return problems;
    }

    /** One problem for each migration that began to be rolled back and is still in effect. */
    List<MigrationException> halfRolledBack() {
        return state.halfRolledBack().stream()
                .map(half -> ErrorCode.HALF_ROLLED_BACK.with(half.last().label(), half.progress()))
                .toList();
    }

    /** One problem for each migration that began to be applied and is not in effect. */
    List<MigrationException> halfApplied() {
        return state.halfApplied().stream()
                .map(half -> ErrorCode.HALF_APPLIED.with(half.last().label(), half.progress()))
                .toList();
    }

    private List<HalfRun> unknownHalfApplied(State where) {
        return state.halfApplied().stream()
                .filter(half -> registries.find(half.last().key()).isEmpty())
                .filter(half -> unknown(half.last().key()) == where)
                .toList();
    }

    /** Applied or half applied migrations that are newer than all that this build has. */
    List<MigrationException> newer() {
        return Stream.concat(
                        inEffect().stream().filter(event -> stateOf(event) == State.NEWER),
                        unknownHalfApplied(State.NEWER).stream().map(HalfRun::last))
                .map(event -> ErrorCode.NEWER_THAN_BUILD.with(
                        event.label(), newestKnown(event.key().module())))
                .toList();
    }

    /** What is not applied, in order of execution. */
    List<Registries.Known> pending() {
        return registries.inOrder().stream()
                .filter(migration -> state.find(migration.key()).isEmpty())
                .toList();
    }

    /** One problem for each of {@code pending} that is older than one applied. */
    List<MigrationException> outOfOrder(List<Registries.Known> pending) {
        List<MigrationException> problems = new ArrayList<>();
        for (Registries.Known migration : pending) {
            newerApplied(migration)
                    .ifPresent(newer -> problems.add(ErrorCode.OUT_OF_ORDER.with(migration.label(), newer.label())));
        }
        return problems;
    }

    /** Every migration that either side knows, in order of execution. */
    List<MigrationStatus> status() {
        TreeSet<MigrationKey> keys = new TreeSet<>();
        registries.inOrder().forEach(migration -> keys.add(migration.key()));
        inEffect().forEach(event -> keys.add(event.key()));
        state.halfApplied().forEach(half -> keys.add(half.last().key()));
        return keys.stream().map(this::status).toList();
    }

    private MigrationStatus status(MigrationKey key) {
        Optional<HistoryEvent> applied = state.find(key);
        Optional<Registries.Known> known = registries.find(key);
        String description = known.map(migration -> migration.entry().description())
                .or(() -> applied.map(HistoryEvent::description))
                .or(() -> state.halfRun(key).map(half -> half.last().description()))
                .orElse("");
        State where = state.halfRun(key)
                .map(half -> applied.isPresent() ? State.HALF_ROLLED_BACK : State.HALF_APPLIED)
                .or(() -> applied.map(this::stateOf))
                .orElseGet(() -> known.flatMap(this::newerApplied)
                        .map(newer -> State.OUT_OF_ORDER)
                        .orElse(State.PENDING));
        return new MigrationStatus(
                key.module(),
                key.version(),
                description,
                where,
                applied.map(HistoryEvent::at),
                applied.flatMap(HistoryEvent::durationMillis).map(Duration::ofMillis),
                applied.map(HistoryEvent::by),
                applied.map(HistoryEvent::checksum),
                known.map(migration -> migration.entry().checksum()));
    }

    private State stateOf(HistoryEvent event) {
        Optional<Registries.Known> known = registries.find(event.key());
        if (known.isPresent()) {
            if (!known.get().entry().checksum().equals(event.checksum())) {
                return State.CHANGED;
            }
            return event.type() == HistoryEvent.Type.BASELINED ? State.BASELINED : State.APPLIED;
        }
        return unknown(event.key());
    }

    /** Where a migration stands that this build does not have. */
    private State unknown(MigrationKey key) {
        String module = key.module();
        boolean newest = registries.of(module).keySet().stream().allMatch(version -> version < key.version());
        return registries.has(module) && newest ? State.NEWER : State.MISSING;
    }

    private Optional<HistoryEvent> newerApplied(Registries.Known migration) {
        return state.newest(migration.registry().module())
                .filter(newest -> newest.key().version() > migration.entry().version());
    }

    private String newestKnown(String module) {
        return registries.of(module).values().stream()
                .reduce((older, newer) -> newer)
                .map(Registries.Known::label)
                .orElse("none");
    }

    private List<HistoryEvent> inEffect() {
        return state.latestFirst().stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
    }

    /** What tells {@code mhc:repair} which migration is meant. */
    private String repairOf(MigrationKey key) {
        String module = registries.all().size() == 1 ? "" : "-Dmhc.module=" + key.module() + " ";
        return module + "-Dmhc.version=" + key.version();
    }

    private static String shortened(String checksum) {
        return checksum.length() <= 8 ? checksum : checksum.substring(0, 8);
    }

    private static String day(HistoryEvent event) {
        return DAY.format(event.at().atOffset(ZoneOffset.UTC));
    }
}
