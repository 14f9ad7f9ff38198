package dev.mhc.migrations.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One migration, known to this build or to the database.
 *
 * @param module whose it is
 * @param version its place in the order
 * @param description as the build has it, else as the history has it
 * @param state where it stands
 * @param appliedAt when it was applied or baselined, where it was
 * @param duration how long that took
 * @param appliedBy the system user who did it
 * @param appliedChecksum of what is in the database, after repairs
 * @param compiledChecksum of what this build has
 */
public record MigrationStatus(
        String module,
        long version,
        String description,
        State state,
        Optional<Instant> appliedAt,
        Optional<Duration> duration,
        Optional<String> appliedBy,
        Optional<String> appliedChecksum,
        Optional<String> compiledChecksum) {

    /** Where a migration stands. */
    public enum State {
        APPLIED("applied"),
        /** In the database since before it had a history. */
        BASELINED("baselined"),
        PENDING("pending"),
        /** Pending, and older than one that is applied. */
        OUT_OF_ORDER("out of order"),
        /** Applied, and its class changed since. */
        CHANGED("changed"),
        /** Applied, and no longer in this build. */
        MISSING("missing"),
        /** Applied by a newer build. */
        NEWER("newer"),
        /** Not applied yet; some of its parts are done, and applying goes on after them. */
        HALF_APPLIED("half applied"),
        /** Still applied; some of the parts that roll it back are done, and rolling back goes on after them. */
        HALF_ROLLED_BACK("half rolled back");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The state as reports show it. */
        public String label() {
            return label;
        }
    }
}
