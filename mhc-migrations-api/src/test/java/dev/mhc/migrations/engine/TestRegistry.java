package dev.mhc.migrations.engine;

import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.Digest;
import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A registry written by hand, as the processor would generate it. */
public final class TestRegistry implements MigrationRegistry {

    private record Item(MigrationEntry entry, DatabaseMigration migration) {}

    private final String module;
    private final TreeMap<Long, Item> items = new TreeMap<>();

    private TestRegistry(String module) {
        this.module = module;
    }

    public static TestRegistry module(String module) {
        return new TestRegistry(module);
    }

    public static TestRegistry app() {
        return module("app");
    }

    public TestRegistry reversible(long version, String name, Consumer<SchemaEditor> up, Consumer<SchemaEditor> down) {
        return put(version, name, "", new ReversibleMigration() {
            @Override
            public void up(SchemaEditor schema) {
                up.accept(schema);
            }

            @Override
            public void down(SchemaEditor schema) {
                down.accept(schema);
            }
        });
    }

    /** The same migrations, each operation of one of them committing by itself. */
    public TestRegistry inSteps(long version) {
        TestRegistry copy = copy();
        Item item = Objects.requireNonNull(items.get(version));
        MigrationEntry e = item.entry();
        MigrationEntry entry =
                new MigrationEntry(e.version(), e.description(), e.checksum(), e.className(), e.irreversible(), false);
        copy.items.put(version, new Item(entry, item.migration()));
        return copy;
    }

    public TestRegistry irreversible(long version, String name, String why, Consumer<SchemaEditor> up) {
        return put(version, name, why, (IrreversibleMigration) up::accept);
    }

    /** A migration that adds a table of two columns and a row. */
    public TestRegistry table(long version, String table) {
        return reversible(
                version,
                "Create " + table,
                schema -> {
                    schema.createTable(table, t -> {
                        t.id();
                        t.column("name", ColumnType.varchar(50));
                    });
                    schema.sql("INSERT INTO " + table + " (name) VALUES ('first')");
                },
                schema -> schema.dropTable(table));
    }

    public TestRegistry without(long version) {
        TestRegistry copy = copy();
        copy.items.remove(version);
        return copy;
    }

    /** The same migrations, one of them edited. */
    public TestRegistry edited(long version) {
        TestRegistry copy = copy();
        Item item = Objects.requireNonNull(items.get(version));
        MigrationEntry e = item.entry();
        copy.items.put(
                version,
                new Item(
                        new MigrationEntry(
                                e.version(),
                                e.description(),
                                "e".repeat(64),
                                e.className(),
                                e.irreversible(),
                                e.transactional()),
                        item.migration()));
        return copy;
    }

    /** The migrations up to {@code version}, as an older build has them. */
    public TestRegistry upTo(long version) {
        TestRegistry copy = copy();
        copy.items.tailMap(version, false).clear();
        return copy;
    }

    /** The versions, in order. */
    public List<Long> versions() {
        return List.copyOf(items.keySet());
    }

    private TestRegistry copy() {
        TestRegistry copy = new TestRegistry(module);
        copy.items.putAll(items);
        return copy;
    }

    private TestRegistry put(long version, String name, String why, DatabaseMigration migration) {
        String checksum = Digest.extend("", version, name);
        items.put(version, new Item(new MigrationEntry(version, name, checksum, "test.M" + version, why), migration));
        return this;
    }

    private List<Item> list() {
        return List.copyOf(items.values());
    }

    @Override
    public String module() {
        return module;
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
        return list().get(index).entry();
    }

    @Override
    public DatabaseMigration migration(int index) {
        return list().get(index).migration();
    }
}
