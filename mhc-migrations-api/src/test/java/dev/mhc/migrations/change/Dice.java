package dev.mhc.migrations.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The choices of one case, the same for the same seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // Nothing is stored in the array.
    final <T> T of(T... choices) {
        return of(Arrays.asList(choices));
    }

    /** So many different ones, in any order. */
    <T> List<T> some(int count, List<T> choices) {
        List<T> left = new ArrayList<>(choices);
        List<T> chosen = new ArrayList<>();
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return chosen;
    }
}
