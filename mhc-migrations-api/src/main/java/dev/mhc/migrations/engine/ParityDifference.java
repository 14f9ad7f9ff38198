package dev.mhc.migrations.engine;

/**
 * One point where two databases, migrated by the same migrations, are not the same.
 *
 * @param kind what was compared
 * @param migration the migration that made it, as messages name it: {@code 20250601180102 (Add e-mail)}; empty for
 *     databases that were compared as they are
 * @param place the table, or {@code table.column}, or {@code table.index}
 * @param first what is on one side
 * @param second what is on the other side
 */
public record ParityDifference(Kind kind, String migration, String place, Seen first, Seen second) {

    /** What was compared. */
    public enum Kind {
        /** Two databases as they are. */
        AS_THEY_ARE("as they are"),
        /** Both databases after the migration was applied. */
        UP("up"),
        /** Both databases after the migration was rolled back. */
        DOWN("down"),
        /** One database before the migration was applied and after it was rolled back. */
        WAY_BACK("up and down"),
        /** One database after the migration was applied, and after it was rolled back and applied again. */
        UP_AGAIN("up, down and up");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /**
     * What one side has.
     *
     * @param where the database, and when: {@code PostgreSQL}, {@code SQLite before}
     * @param what what is there, or {@code nothing}
     */
    public record Seen(String where, String what) {
        @Override
        public String toString() {
            return where + " has " + what;
        }
    }

    /** The difference in one line, for messages. */
    @Override
    public String toString() {
        return (migration.isEmpty() ? "" : migration + ", " + kind.label + ": ") + place + ": " + first + ", " + second;
    }
}
