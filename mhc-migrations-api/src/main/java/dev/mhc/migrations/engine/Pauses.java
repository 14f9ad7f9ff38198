package dev.mhc.migrations.engine;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts, each longer than the one before and none as long as that of others, until the patience ends. */
final class Pauses {

    private static final long FIRST = 50;
    private static final long LONGEST = 5_000;

    private final long patience;
    private long next = FIRST;
    private long taken;

    Pauses(Duration patience) {
        this.patience = patience.toMillis();
    }

    /** Pauses, unless the patience is at its end or the thread is interrupted; whether it did. */
    boolean take() {
        if (taken >= patience) {
            return false;
        }
        long pause = Math.min(patience - taken, ThreadLocalRandom.current().nextLong(next / 2, next + 1));
        taken += pause;
        next = Math.min(LONGEST, next * 2);
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
