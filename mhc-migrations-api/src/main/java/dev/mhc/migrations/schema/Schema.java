package dev.mhc.migrations.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tables of one database, or those that a set of entities expects.
 *
 * @param tables in no particular order
 * @param views what is read like a table and is none
 * @param sequences those that no column owns
 */
public record Schema(List<Table> tables, List<View> views, List<Sequence> sequences) {

    /** A schema without tables. */
    public static final Schema EMPTY = new Schema(List.of());

    public Schema {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        sequences = List.copyOf(sequences);
    }

    /** A schema without sequences. */
    public Schema(List<Table> tables, List<View> views) {
        this(tables, views, List.of());
    }

    /** A schema without views and sequences. */
    public Schema(List<Table> tables) {
        this(tables, List.of(), List.of());
    }

    /** The table of this name, without regard to case. */
    public Optional<Table> table(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return tables.stream()
                .filter(table -> table.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
