package dev.mhc.migrations.engine;

import java.util.Comparator;

/** What identifies a migration; its order is the order of execution. */
record MigrationKey(long version, String module) implements Comparable<MigrationKey> {

    private static final Comparator<MigrationKey> ORDER =
            Comparator.comparingLong(MigrationKey::version).thenComparing(MigrationKey::module);

    static MigrationKey of(PlannedMigration migration) {
        return new MigrationKey(migration.version(), migration.module());
    }

    @Override
    public int compareTo(MigrationKey other) {
        return ORDER.compare(this, other);
    }
}
