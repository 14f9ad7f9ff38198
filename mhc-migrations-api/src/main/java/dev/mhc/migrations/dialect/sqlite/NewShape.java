package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.schema.Table;
import java.util.List;

/**
 * What a table is to become, and how its rows get there.
 *
 * @param before the table as it is, with its definition
 * @param createTable the whole {@code CREATE TABLE} of the new table, under the name that it has now
 * @param columns what is copied, in the order of the new table; computed columns compute themselves
 * @param copiesRowid whether the rowid is copied too: the new table has one that is none of its columns
 * @param objects the statements of the indexes and triggers that it has afterwards, as they are stored now, in order
 * @param asked what is to go or to change, for people: {@code column nickname dropped}
 */
record NewShape(
        Table before,
        String createTable,
        List<CopiedColumn> columns,
        boolean copiesRowid,
        List<String> objects,
        List<String> asked) {

    /**
     * A column of the new table.
     *
     * @param name its name
     * @param value an SQL expression over the old row
     * @param keeps whether the value is the one that the old column of this name has
     */
    record CopiedColumn(String name, String value, boolean keeps) {}

    NewShape {
        columns = List.copyOf(columns);
        objects = List.copyOf(objects);
        asked = List.copyOf(asked);
    }
}
