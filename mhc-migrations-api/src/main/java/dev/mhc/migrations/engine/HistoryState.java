package dev.mhc.migrations.engine;

import dev.mhc.migrations.Digest;
import dev.mhc.migrations.error.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is in effect in a database: the fold of its history's events. Adding an event that contradicts the ones before it
 * is refused, so a history that was changed by hand does not go unnoticed.
 */
final class HistoryState {

    private final String table;
    private final Map<String, NavigableMap<Long, InEffect>> modules = new HashMap<>();
    private final NavigableMap<MigrationKey, HalfRun> halfRuns = new TreeMap<>();
    private long lastSeq;

    /** The event that put a migration into effect, and the digest of its module up to and with it. */
    private record InEffect(HistoryEvent event, String digest) {}

    HistoryState(String table) {
        this.table = table;
    }

    /** The number of the last event; 0 before the first. */
    long lastSeq() {
        return lastSeq;
    }

    /** The modules that have events. */
    Set<String> modules() {
        return new TreeSet<>(modules.keySet());
    }

    /** The digest of what is in effect in a module. */
    String digest(String module) {
        var last = inEffect(module).lastEntry();
        return last == null ? Digest.EMPTY : last.getValue().digest();
    }

    Optional<HistoryEvent> find(MigrationKey key) {
        return Optional.ofNullable(inEffect(key.module()).get(key.version())).map(InEffect::event);
    }

    /** The newest migration in effect in a module. */
    Optional<HistoryEvent> newest(String module) {
        return Optional.ofNullable(inEffect(module).lastEntry())
                .map(entry -> entry.getValue().event());
    }

    /** What the parts of a migration have done that has not ended. */
    Optional<HalfRun> halfRun(MigrationKey key) {
        return Optional.ofNullable(halfRuns.get(key));
    }

    /** Migrations that are not in effect, some of whose parts have run. */
    List<HalfRun> halfApplied() {
        return halfRuns.values().stream()
                .filter(half -> find(half.last().key()).isEmpty())
                .toList();
    }

    /** Migrations that are in effect, some of whose parts of rolling back have run. */
    List<HalfRun> halfRolledBack() {
        return halfRuns.values().stream()
                .filter(half -> find(half.last().key()).isPresent())
                .toList();
    }

    /** All that is in effect, the one applied last first. */
    List<HistoryEvent> latestFirst() {
        List<HistoryEvent> events = new ArrayList<>();
        modules.values().forEach(module -> module.values().forEach(it -> events.add(it.event())));
        events.sort(Comparator.comparingLong(HistoryEvent::seq).reversed());
        return events;
    }

    /** The digest that a module would have after an event. Changes nothing. */
    String digestAfter(HistoryEvent.Type type, MigrationKey key, String checksum) {
        if (type.isOfPart()) {
            return digest(key.module());
        }
        NavigableMap<Long, InEffect> migrations = inEffect(key.module());
        var before = migrations.lowerEntry(key.version());
        String digest = before == null ? Digest.EMPTY : before.getValue().digest();
        if (type != HistoryEvent.Type.ROLLED_BACK) {
            digest = Digest.extend(digest, key.version(), checksum);
        }
        for (InEffect later : migrations.tailMap(key.version(), false).values()) {
            digest = Digest.extend(
                    digest, later.event().key().version(), later.event().checksum());
        }
        return digest;
    }

    /**
     * Adds the next event.
     *
     * @throws dev.mhc.migrations.error.MigrationException if it does not follow from the events before it
     */
    void add(HistoryEvent event) {
        if (event.seq() != lastSeq + 1) {
            throw damaged("after row " + lastSeq + " comes row " + event.seq());
        }
        MigrationKey key = event.key();
        boolean inEffect = inEffect(key.module()).containsKey(key.version());
        if (!event.type().canFollow(inEffect)) {
            throw damaged("row " + event.seq() + " says that migration " + event.label() + " was "
                    + event.type().text() + ", and the rows before it say that it was "
                    + (inEffect ? "already in effect" : "not in effect"));
        }
        String expected = digestAfter(event.type(), key, event.checksum());
        if (!expected.equals(event.digest())) {
            throw damaged("the digest of row " + event.seq() + " (migration " + event.label()
                    + ") does not match the rows up to it");
        }
        apply(event);
        lastSeq = event.seq();
    }

    private void apply(HistoryEvent event) {
        NavigableMap<Long, InEffect> migrations =
                modules.computeIfAbsent(event.key().module(), name -> new TreeMap<>());
        long version = event.key().version();
        switch (event.type()) {
            case APPLIED, BASELINED -> {
                HalfRun half = halfRuns.remove(event.key());
                migrations.put(version, new InEffect(half == null ? event : event.longer(half.millis()), ""));
            }
            case ROLLED_BACK -> {
                halfRuns.remove(event.key());
                migrations.remove(version);
            }
            case BACKFILLED -> addBatch(event);
            case STEP_BEGUN, STEP_FAILED, STEP_DONE -> addStep(event);
            case REPAIRED ->
                migrations.computeIfPresent(
                        version, (key, it) -> new InEffect(it.event().withChecksum(event.checksum()), ""));
        }
        var before = migrations.lowerEntry(version);
        String digest = before == null ? Digest.EMPTY : before.getValue().digest();
        for (var entry : migrations.tailMap(version, true).entrySet()) {
            HistoryEvent it = entry.getValue().event();
            digest = Digest.extend(digest, entry.getKey(), it.checksum());
            entry.setValue(new InEffect(it, digest));
        }
    }

    private void addBatch(HistoryEvent event) {
        BatchMark mark = event.detail()
                .flatMap(BatchMark::read)
                .orElseThrow(() -> damaged("row " + event.seq() + " does not say how far the batch came"));
        int step = event.step().orElse(0);
        HalfRun before = halfRuns.get(event.key());
        if (before == null && step >= 1) {
            halfRuns.put(event.key(), HalfBackfill.first(event, mark));
        } else if (before instanceof HalfBackfill half && step >= half.step()) {
            halfRuns.put(event.key(), half.with(event, mark));
        } else {
            throw damaged("row " + event.seq() + " is a batch of operation " + step + " of migration " + event.label()
                    + ", and the rows before it were further");
        }
    }

    private void addStep(HistoryEvent event) {
        StepMark mark = event.detail()
                .flatMap(StepMark::read)
                .orElseThrow(() -> damaged("row " + event.seq() + " does not say what the step was"));
        int step = event.step().orElse(0);
        HalfRun before = halfRuns.get(event.key());
        if (before == null && step == 1) {
            halfRuns.put(event.key(), HalfSteps.first(event, mark));
        } else if (before instanceof HalfSteps half && step == half.next()) {
            halfRuns.put(event.key(), half.with(event, mark));
        } else {
            throw damaged("row " + event.seq() + " is step " + step + " of migration " + event.label()
                    + ", which does not come next after the rows before it");
        }
    }

    private NavigableMap<Long, InEffect> inEffect(String module) {
        return modules.getOrDefault(module, new TreeMap<>());
    }

    private RuntimeException damaged(String what) {
        return ErrorCode.HISTORY_DAMAGED.with(table, what);
    }
}
