package dev.mhc.migrations.engine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the batches of a migration have done that has neither been applied nor rolled back since.
 *
 * @param last the last batch
 * @param mark how far it came
 * @param done what was done of each operation, by its number
 * @param checksums how many batches ran with the migration as it was then
 * @param millis how long they took
 */
record HalfBackfill(
        HistoryEvent last, BatchMark mark, Map<Integer, Done> done, Map<String, Integer> checksums, long millis)
        implements HalfRun {

    /** Batches, and how many rows they looked at. */
    record Done(int batches, long rows) {
        static final Done NOTHING = new Done(0, 0);

        Done plus(Done other) {
            return new Done(batches + other.batches, rows + other.rows);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d row%s in %,d batch%s",
                    rows,
                    rows == 1 ? "" : "s",
                    batches,
                    batches == 1 ? "" : "es");
        }
    }

    HalfBackfill {
        done = Map.copyOf(done);
        checksums = Map.copyOf(checksums);
    }

    static HalfBackfill first(HistoryEvent event, BatchMark mark) {
        return new HalfBackfill(event, mark, Map.of(), Map.of(), 0).with(event, mark);
    }

    /** This, and one more batch. */
    HalfBackfill with(HistoryEvent event, BatchMark next) {
        Map<Integer, Done> sums = new TreeMap<>(done);
        sums.merge(event.step().orElse(1), new Done(1, next.rows()), Done::plus);
        Map<String, Integer> counts = new HashMap<>(checksums);
        counts.merge(event.checksum(), 1, Integer::sum);
        return new HalfBackfill(
                event, next, sums, counts, millis + event.durationMillis().orElse(0L));
    }

    /** The operation that was under way. */
    int step() {
        return last.step().orElse(1);
    }

    Done doneOf(int operation) {
        return done.getOrDefault(operation, Done.NOTHING);
    }

    @Override
    public Optional<String> ranOtherwise(String checksum) {
        int otherwise = HalfRun.otherwise(checksums, checksum);
        return otherwise == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d batch%s ran before the migration was changed; what they did stays, and the new one goes on"
                                + " after them (%s)",
                        otherwise,
                        otherwise == 1 ? "" : "es",
                        progress()));
    }

    Done total() {
        return done.values().stream().reduce(Done.NOTHING, Done::plus);
    }

    @Override
    public String progress() {
        return total()
                + done.keySet().stream()
                        .max(Integer::compare)
                        .filter(step -> step > 1)
                        .map(step -> ", up to operation " + step)
                        .stream()
                        .collect(Collectors.joining());
    }
}
