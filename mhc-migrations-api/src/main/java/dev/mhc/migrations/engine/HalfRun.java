package dev.mhc.migrations.engine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
record HalfRun(
        HistoryEvent last, BatchMark mark, Map<Integer, Done> done, Map<String, Integer> checksums, long millis) {

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

    HalfRun {
        done = Map.copyOf(done);
        checksums = Map.copyOf(checksums);
    }

    static HalfRun first(HistoryEvent event, BatchMark mark) {
        return new HalfRun(event, mark, Map.of(), Map.of(), 0).with(event, mark);
    }

    /** This, and one more batch. */
    HalfRun with(HistoryEvent event, BatchMark next) {
        Map<Integer, Done> sums = new TreeMap<>(done);
        sums.merge(event.step().orElse(1), new Done(1, next.rows()), Done::plus);
        Map<String, Integer> counts = new HashMap<>(checksums);
        counts.merge(event.checksum(), 1, Integer::sum);
        return new HalfRun(
                event, next, sums, counts, millis + event.durationMillis().orElse(0L));
    }

    /** The operation that was under way. */
    int step() {
        return last.step().orElse(1);
    }

    Done doneOf(int operation) {
        return done.getOrDefault(operation, Done.NOTHING);
    }

    /** How many batches ran with the migration otherwise than it is now. */
    int ranOtherwise(String checksum) {
        return checksums.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(checksum))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    Done total() {
        return done.values().stream().reduce(Done.NOTHING, Done::plus);
    }

    /** How far it came, in words. */
    String progress() {
        return total()
                + done.keySet().stream()
                        .max(Integer::compare)
                        .filter(step -> step > 1)
                        .map(step -> ", up to operation " + step)
                        .stream()
                        .collect(Collectors.joining());
    }
}
