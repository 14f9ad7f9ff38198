package dev.mhc.migrations.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was done of a migration whose steps commit by themselves.
 *
 * @param last the last event
 * @param done the steps that are done, from the first
 * @param begun the step after them, if it was begun outside of a transaction, the last time as this
 * @param failed whether it is known that this one failed and left nothing
 * @param checksums how many steps were done with the migration as it was then
 */
record HalfSteps(
        HistoryEvent last,
        List<StepMark> done,
        Optional<StepMark> begun,
        boolean failed,
        Map<String, Integer> checksums,
        long millis)
        implements HalfRun {

    HalfSteps {
        done = List.copyOf(done);
        checksums = Map.copyOf(checksums);
    }

    static HalfSteps first(HistoryEvent event, StepMark mark) {
        return new HalfSteps(event, List.of(), Optional.empty(), false, Map.of(), 0).with(event, mark);
    }

    /** This, and one more event of the step that comes next. */
    HalfSteps with(HistoryEvent event, StepMark mark) {
        long longer = millis + event.durationMillis().orElse(0L);
        if (event.type() != HistoryEvent.Type.STEP_DONE) {
            boolean known = event.type() == HistoryEvent.Type.STEP_FAILED;
            return new HalfSteps(event, done, Optional.of(mark), known, checksums, longer);
        }
        List<StepMark> marks = new ArrayList<>(done);
        marks.add(mark);
        Map<String, Integer> counts = new HashMap<>(checksums);
        counts.merge(event.checksum(), 1, Integer::sum);
        return new HalfSteps(event, marks, Optional.empty(), false, counts, longer);
    }

    /** The number of the step that comes next. */
    int next() {
        return done.size() + 1;
    }

    @Override
    public String progress() {
        return count(done.size()) + " done"
                + begun.map(mark -> ", step " + next() + (failed ? " failed: " : " begun: ") + mark.what())
                        .orElse("");
    }

    @Override
    public Optional<String> ranOtherwise(String checksum) {
        int otherwise = HalfRun.otherwise(checksums, checksum);
        return otherwise == 0
                ? Optional.empty()
                : Optional.of(count(otherwise) + " ran before the migration was changed; what "
                        + (otherwise == 1 ? "it" : "they") + " did stays, and the new one goes on after "
                        + (otherwise == 1 ? "it" : "them"));
    }

    private static String count(int steps) {
        return String.format(Locale.ROOT, "%,d step%s", steps, steps == 1 ? "" : "s");
    }
}
