package dev.mhc.migrations.schema;

import java.util.List;

/**
 * A view, or something else that queries take for a table.
 *
 * @param name as written, never empty
 * @param columns in its order; empty where the database does not tell them without running the view
 */
public record View(String name, List<Column> columns) {

    public View {
        Names.require("View", name);
        columns = List.copyOf(columns);
    }
}
