package dev.mhc.migrations.dialect;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts, each longer than the one before and none as long as that of others, until the patience ends. */
public final class Pauses {

    private final long patience;
    private final long longest;
    private long next;
    private long taken;

    /**
     * None is taken yet.
     *
     * @param patience how long all of them may take together
     * @param first at most how long the first is
     * @param longest at most how long any of them is
     */
    public Pauses(Duration patience, Duration first, Duration longest) {
        this.patience = patience.toMillis();
        this.longest = longest.toMillis();
        this.next = first.toMillis();
    }

    /** Pauses, unless the patience is at its end or the thread is interrupted; whether it did. */
    public boolean take() {
        if (taken >= patience) {
            return false;
        }
        long pause = Math.min(patience - taken, ThreadLocalRandom.current().nextLong(next / 2, next + 1));
        taken += pause;
        next = Math.min(longest, next * 2);
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
