package dev.mhc.coach.entity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes the points in time that are stored. */
final class Timestamps {

    private Timestamps() {}

    /** The present, to the millisecond: what every database here keeps and gives back unchanged. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
