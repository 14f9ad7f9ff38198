package dev.mhc.migrations.benchmarks;

import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.Digest;
import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.operation.AlterTableEditor;
import java.util.List;
import java.util.function.Consumer;

/** A registry of two: one creates the large table, the other changes it. */
record TwoMigrations(Consumer<AlterTableEditor> change) implements MigrationRegistry {

    static final long CREATE = 2025_01_01_000000L;

    private static final List<MigrationEntry> ENTRIES =
            List.of(entry(CREATE, "Create users"), entry(2025_01_02_000000L, "Change users"));

    private static MigrationEntry entry(long version, String description) {
        String checksum = Digest.extend("", version, description);
        return new MigrationEntry(version, description, checksum, "benchmark.M" + version, "measured once");
    }

    @Override
    public String module() {
        return "benchmark";
    }

    @Override
    public String digest() {
        String digest = Digest.EMPTY;
        for (MigrationEntry entry : ENTRIES) {
            digest = Digest.extend(digest, entry.version(), entry.checksum());
        }
        return digest;
    }

    @Override
    public int size() {
        return ENTRIES.size();
    }

    @Override
    public MigrationEntry entry(int index) {
        return ENTRIES.get(index);
    }

    @Override
    public DatabaseMigration migration(int index) {
        return (IrreversibleMigration) schema -> {
            if (index == 0) {
                LargeTable.DEFINITION.forEach(schema::sql);
            } else {
                schema.alterTable(LargeTable.NAME, change);
            }
        };
    }
}
