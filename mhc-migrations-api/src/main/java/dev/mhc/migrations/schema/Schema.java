package dev.mhc.migrations.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tables of one database, or those that a set of entities expects.
 *
 * @param tables in no particular order
 */
public record Schema(List<Table> tables) {

    /** A schema without tables. */
    public static final Schema EMPTY = new Schema(List.of());

    public Schema {
        tables = List.copyOf(tables);
    }

    /** The table of this name, without regard to case. */
    public Optional<Table> table(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return tables.stream()
                .filter(table -> table.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
