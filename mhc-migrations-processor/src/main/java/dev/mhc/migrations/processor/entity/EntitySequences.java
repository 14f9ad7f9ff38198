package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Brings together what sequences entities use. Several may share one if they agree on its increment. */
final class EntitySequences {

    private record Use(EntityModel model, EntitySequence sequence) {}

    private EntitySequences() {}

    /** The sequences of all entities, sorted by name. Entities that disagree are reported in their findings. */
    static List<Sequence> of(List<EntityModel> models) {
        Map<String, List<Use>> byName = new TreeMap<>();
        for (EntityModel model : models) {
            for (EntitySequence sequence : model.sequences()) {
                byName.computeIfAbsent(sequence.sequence().name().toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                        .add(new Use(model, sequence));
            }
        }
        List<Sequence> sequences = new ArrayList<>();
        for (List<Use> uses : byName.values()) {
            Use first = uses.get(0);
            sequences.add(first.sequence().sequence());
            uses.stream().skip(1).filter(it -> disagree(first, it)).forEach(it -> {
                report(first, it);
                report(it, first);
            });
        }
        return sequences;
    }

    private static boolean disagree(Use one, Use other) {
        return !one.sequence()
                .sequence()
                .increment()
                .equals(other.sequence().sequence().increment());
    }

    private static void report(Use use, Use other) {
        EntitySequence sequence = use.sequence();
        use.model()
                .findings()
                .error(
                        sequence.place(),
                        EntityProblem.TWO_INCREMENTS_ONE_SEQUENCE,
                        sequence.subject(),
                        other.sequence().subject(),
                        sequence.sequence().name(),
                        sequence.sequence().increment().orElseThrow(),
                        other.sequence().sequence().increment().orElseThrow());
    }
}
