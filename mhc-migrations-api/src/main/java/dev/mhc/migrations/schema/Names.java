package dev.mhc.migrations.schema;

import dev.mhc.migrations.error.ErrorCode;
import java.util.List;

/** What every name in a schema must satisfy, also one that others gave, which may be blank. */
final class Names {

    private Names() {}

    static void require(String subject, String name) {
        if (name.indexOf('\0') >= 0) {
            throw ErrorCode.BAD_IDENTIFIER.with(
                    subject + " name \"" + name.replace("\0", "\\0") + "\"", "it contains a NUL character");
        }
    }

    static List<String> requireColumns(String subject, List<String> columns) {
        if (columns.isEmpty()) {
            throw ErrorCode.BAD_DEFINITION.with(subject, "it names no column");
        }
        columns.forEach(column -> require("Column", column));
        return List.copyOf(columns);
    }
}
