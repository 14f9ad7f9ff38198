package dev.mhc.migrations.engine;

import dev.mhc.migrations.Digest;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claim that a database without a history already contains a module's migrations up to a version. */
final class Baseline implements Recorded {

    private final HistoryTable history;
    private final String module;
    private final List<Registries.Known> contained;

    private Baseline(HistoryTable history, String module, List<Registries.Known> contained) {
        this.history = history;
        this.module = module;
        this.contained = contained;
    }

    /**
     * The claim for {@code module} up to {@code version}, itself included.
     *
     * @throws dev.mhc.migrations.error.MigrationException if this build has no such module or version
     */
    static Baseline of(HistoryTable history, Registries registries, String module, long version) {
        registries.require(module, version);
        return new Baseline(
                history,
                module,
                registries.of(module).values().stream()
                        .filter(migration -> migration.entry().version() <= version)
                        .toList());
    }

    @Override
    public String name() {
        return "the baseline of module " + module;
    }

    @Override
    public String kept() {
        return "nothing was changed";
    }

    @Override
    public void begun(Lease lease, HistoryState state) throws SQLException {
        if (state.modules().contains(module)) {
            String inEffect = state.newest(module)
                    .map(newest -> "its newest migration in effect is " + newest.label())
                    .or(() -> state.halfApplied().stream()
                            .filter(half -> half.last().key().module().equals(module))
                            .findFirst()
                            .map(half -> "its migration " + half.last().label() + " is half applied"))
                    .orElse("all its migrations are rolled back");
            boolean onlyBaselines = state.lastSeq() == state.latestFirst().size()
                    && state.latestFirst().stream().allMatch(event -> event.type() == HistoryEvent.Type.BASELINED);
            String wayOut = onlyBaselines
                    ? "The history has nothing but baselines; if they are wrong, DROP TABLE " + history.name()
                            + " and baseline again."
                    : "A baseline is for a database that was never migrated by this tool; what is missing comes by new"
                            + " migrations.";
            throw ErrorCode.BASELINE_ON_HISTORY.with(module, inEffect, wayOut);
        }
        if (new LiveHistory(history).otherObjects(lease).isEmpty()) {
            throw ErrorCode.BASELINE_OF_EMPTY.with();
        }
    }

    /** One for each migration: each can be rolled back, repaired and compared like one that was applied. */
    @Override
    public List<HistoryEvent> events(HistoryState state) {
        List<HistoryEvent> events = new ArrayList<>();
        long seq = state.lastSeq();
        String digest = Digest.EMPTY;
        for (Registries.Known migration : contained) {
            digest = Digest.extend(
                    digest, migration.entry().version(), migration.entry().checksum());
            events.add(new HistoryEvent(
                    ++seq,
                    HistoryEvent.Type.BASELINED,
                    migration.key(),
                    Optional.empty(),
                    migration.entry().description(),
                    migration.entry().checksum(),
                    digest,
                    HistoryTable.now(),
                    Optional.empty(),
                    Origin.USER));
        }
        return events;
    }
}
