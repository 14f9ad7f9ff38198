package dev.mhc.migrations.processor.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run of the oracle has looked at. All mutations are tried with {@code -Dmhc.full=true} only. */
final class Counts {

    private static final boolean FULL = Boolean.getBoolean("mhc.full");

    private final int most;
    private int features;
    private int compiles;
    private int entities;
    private int columns;
    private int falseAlarms;
    private int misses;
    private final List<String> refused = new ArrayList<>();
    private int offset;
    private final Map<String, Integer> mutations = new TreeMap<>();

    /** Of which at most {@code most} mutations of a database are tried by default. */
    Counts(int most) {
        this.most = most;
    }

    /** All, or some in steps of the same width, beginning with another one each time. */
    List<Mutation> some(List<Mutation> all) {
        int step = FULL ? 1 : Math.max(1, all.size() / most);
        List<Mutation> some = new ArrayList<>();
        for (int i = offset++ % step; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }

    void compiled(EntitySources.Compiled compiled) {
        compiles++;
        compiled.schemas().forEach(it -> {
            entities += it.entities().size();
            columns += it.schema().tables().stream()
                    .mapToInt(table -> table.columns().size())
                    .sum();
        });
    }

    void feature() {
        features++;
    }

    void falseAlarms(int more) {
        falseAlarms += more;
    }

    void miss() {
        misses++;
    }

    /** One was tried; or the database refused it, as one that makes no sense there. */
    void mutation(String where, Mutation mutation, boolean tried) {
        if (tried) {
            mutations.merge(where, 1, Integer::sum);
        } else {
            refused.add(where + ": " + mutation.what());
        }
    }

    /** Writes them where a build keeps what it makes. */
    void write(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "oracle"));
        Files.writeString(folder.resolve(name + "-counts.txt"), this + "\n");
    }

    @Override
    public String toString() {
        return features + " features, " + compiles + " compiles, " + entities + " entities, " + columns
                + " columns; mutations " + mutations
                + ", refused by the database " + refused.size() + "; false alarms " + falseAlarms + ", misses " + misses
                + "\n\nRefused:\n" + String.join("\n", refused);
    }
}
