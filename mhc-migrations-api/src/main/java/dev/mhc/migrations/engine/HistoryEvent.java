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
 * @param step the number of the operation, where the event is a part of a migration
 * @param detail why, where somebody had to say so; or how far a part of a migration came
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
        Optional<Integer> step,
        Optional<String> detail,
        String description,
        String checksum,
        String digest,
        Instant at,
        Optional<Long> durationMillis,
        String by) {

    /** An event of a whole migration. */
    HistoryEvent(
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
        this(seq, type, key, Optional.empty(), detail, description, checksum, digest, at, durationMillis, by);
    }

    /** The event after those of {@code before}, of a part of a migration or of all of it, while its transaction is open. */
    static HistoryEvent next(
            HistoryState before,
            Type type,
            PlannedMigration migration,
            Optional<Integer> step,
            Optional<String> detail) {
        MigrationKey key = MigrationKey.of(migration);
        return new HistoryEvent(
                before.lastSeq() + 1,
                type,
                key,
                step,
                detail,
                migration.description(),
                migration.checksum(),
                before.digestAfter(type, key, migration.checksum()),
                HistoryTable.now(),
                Optional.empty(),
                Origin.USER);
    }

    /** What can happen to a migration. */
    enum Type {
        /** Its {@code up} ran. */
        APPLIED,
        /** Its {@code down} ran. */
        ROLLED_BACK,
        /** The database had it before there was a history. */
        BASELINED,
        /** It changed after it was applied, and somebody said why that is right. */
        REPAIRED,
        /** A batch of its {@code up} or {@code down} is done; it is in effect, or not, as it was before. */
        BACKFILLED,
        /** A step of its {@code up} or {@code down} is about to run outside of a transaction. */
        STEP_BEGUN,
        /** That step failed and left nothing. */
        STEP_FAILED,
        /** A step of its {@code up} or {@code down} is done; it is in effect, or not, as it was before. */
        STEP_DONE;

        /** Whether this can happen to a migration that is in effect, or is not. */
        boolean canFollow(boolean inEffect) {
            return switch (this) {
                case APPLIED, BASELINED -> !inEffect;
                case ROLLED_BACK, REPAIRED -> inEffect;
                case BACKFILLED, STEP_BEGUN, STEP_FAILED, STEP_DONE -> true;
            };
        }

        /** Whether it tells of a part of a migration, which does not put it into effect or out of it. */
        boolean isOfPart() {
            return switch (this) {
                case APPLIED, ROLLED_BACK, BASELINED, REPAIRED -> false;
                case BACKFILLED, STEP_BEGUN, STEP_FAILED, STEP_DONE -> true;
            };
        }

        /** What says that a migration which ran this way has come to its end. */
        static Type ending(PlannedMigration.Direction direction) {
            return direction == PlannedMigration.Direction.UP ? APPLIED : ROLLED_BACK;
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
        return new HistoryEvent(seq, type, key, step, detail, description, other, digest, at, durationMillis, by);
    }

    /** The same event as if its transaction had taken this much longer. */
    HistoryEvent longer(long millis) {
        return new HistoryEvent(
                seq,
                type,
                key,
                step,
                detail,
                description,
                checksum,
                digest,
                at,
                durationMillis.map(own -> own + millis),
                by);
    }

    String label() {
        return key.version() + " (" + description + ")";
    }
}
