package dev.mhc.migrations.dialect;

import dev.mhc.migrations.error.ErrorCode;
import java.util.Collection;
import java.util.stream.Collectors;

/** The one place that quotes. Both databases follow the SQL standard in this. */
public final class SqlWriter {

    private SqlWriter() {}

    /** A name as an identifier, whatever characters it has. */
    public static String identifier(String name) {
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            throw ErrorCode.BAD_IDENTIFIER.with(
                    '"' + name.replace("\0", "\\0") + '"',
                    name.isBlank() ? "it is blank" : "it contains a NUL character");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Names as identifiers, separated by commas. */
    public static String identifiers(Collection<String> names) {
        return names.stream().map(SqlWriter::identifier).collect(Collectors.joining(", "));
    }

    /** A text as a string literal. */
    public static String literal(String text) {
        if (text.indexOf('\0') >= 0) {
            throw ErrorCode.BAD_DEFINITION.with("Text with a NUL character", "SQL has no way to write it");
        }
        return '\'' + text.replace("'", "''") + '\'';
    }
}
