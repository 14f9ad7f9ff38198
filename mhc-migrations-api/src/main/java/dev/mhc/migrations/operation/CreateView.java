package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;

/**
 * Creates a view.
 *
 * @param view its name
 * @param query what it shows, for each database
 */
public record CreateView(String view, Sql query) implements Operation {

    public CreateView {
        if (view.isBlank()) {
            throw ErrorCode.BAD_IDENTIFIER.with("View name \"" + view + "\"", "it is blank");
        }
        if (query.sqlite().filter(sql -> !sql.isBlank()).isEmpty()
                || query.postgresql().filter(sql -> !sql.isBlank()).isEmpty()) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "View " + view,
                    "it has no query on one of the databases; a view that only one of them has is created with sql(…)");
        }
    }

    @Override
    public String describe() {
        return "create view " + view;
    }
}
