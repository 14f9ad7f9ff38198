package dev.mhc.migrations.reliability;

import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.Digest;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A registry written by hand, as the processor would generate it. */
final class WorldRegistry implements MigrationRegistry {

    private record Item(MigrationEntry entry, DatabaseMigration migration) {}

    private final TreeMap<Long, Item> items = new TreeMap<>();

    WorldRegistry add(long version, String description, Consumer<SchemaEditor> up, Consumer<SchemaEditor> down) {
        return add(version, description, Digest.extend("", version, description), up, down);
    }

    private WorldRegistry add(
            long version, String description, String checksum, Consumer<SchemaEditor> up, Consumer<SchemaEditor> down) {
        DatabaseMigration migration = new ReversibleMigration() {
            @Override
            public void up(SchemaEditor schema) {
                up.accept(schema);
            }

            @Override
            public void down(SchemaEditor schema) {
                down.accept(schema);
            }
        };
        items.put(
                version,
                new Item(new MigrationEntry(version, description, checksum, "world.M" + version, ""), migration));
        return this;
    }

    /** The same migrations, the one of this version edited after it was applied. */
    WorldRegistry edited(long version) {
        WorldRegistry copy = copy();
        copy.items.computeIfPresent(version, (key, item) -> {
            MigrationEntry e = item.entry();
            return new Item(
                    new MigrationEntry(key, e.description(), "e".repeat(64), e.className(), ""), item.migration());
        });
        return copy;
    }

    /** The migrations up to {@code version}, as an older build has them. */
    WorldRegistry upTo(long version) {
        WorldRegistry copy = copy();
        copy.items.tailMap(version, false).clear();
        return copy;
    }

    private WorldRegistry copy() {
        WorldRegistry copy = new WorldRegistry();
        copy.items.putAll(items);
        return copy;
    }

    List<Long> versions() {
        return List.copyOf(items.keySet());
    }

    private Item item(int index) {
        return items.entrySet().stream()
                .skip(index)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String module() {
        return World.MODULE;
    }

    @Override
    public String digest() {
        String digest = Digest.EMPTY;
        for (Item item : items.values()) {
            digest = Digest.extend(digest, item.entry().version(), item.entry().checksum());
        }
        return digest;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public MigrationEntry entry(int index) {
        return item(index).entry();
    }

    @Override
    public DatabaseMigration migration(int index) {
        return item(index).migration();
    }
}
