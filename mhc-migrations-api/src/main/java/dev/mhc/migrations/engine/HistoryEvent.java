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
 * @param description as it was then
 * @param checksum as it was then
 * @param digest of what is in effect in the module after it
 * @param at when, in UTC, to the millisecond
 * @param durationMillis how long it took; empty while its transaction is open
 * @param by the operating system's user
 */
record HistoryEvent(
        long seq,
        Type type,
        MigrationKey key,
        String description,
        String checksum,
        String digest,
        Instant at,
        Optional<Long> durationMillis,
        String by) {

    /** What can happen to a migration. */
    enum Type {
        APPLIED,
        ROLLED_BACK;

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

    String label() {
        return key.version() + " (" + description + ")";
    }
}
