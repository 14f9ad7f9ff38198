package dev.mhc.migrations.engine;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of the history.
 *
 * @param seq its place, from 1 without gaps
 * @param type what happened
 * @param key to which migration
 * @param detail why, where somebody had to say so
 * @param description as it was then
 * @param checksum as it was then
 * @param digest of what is in effect in the module after it
 * @param at when, in UTC, to the millisecond
 * @param durationMillis how long its transaction took; empty while that is open
 * @param by the operating system's user
 */
record HistoryEvent(
        long seq,
        Type type,
        MigrationKey key,
        Optional<String> detail,
        String description,
        String checksum,
        String digest,
        Instant at,
        Optional<Long> durationMillis,
        String by) {

    /** What can happen to a migration. */
    enum Type {
        /** Its {@code up} ran. */
        APPLIED,
        /** Its {@code down} ran. */
        ROLLED_BACK,
        /** The database had it before there was a history. */
        BASELINED,
        /** It changed after it was applied, and somebody said why that is right. */
        REPAIRED;

        /** Whether this can only happen to a migration that is in effect. */
        boolean needsEffect() {
            return this == ROLLED_BACK || this == REPAIRED;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Optional<Type> of(String text) {
            for (Type type : values()) {
                if (type.text().equals(text)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    /** The same event as if the migration had had this checksum then. */
    HistoryEvent withChecksum(String other) {
        return new HistoryEvent(seq, type, key, detail, description, other, digest, at, durationMillis, by);
    }

    String label() {
        return key.version() + " (" + description + ")";
    }
}
