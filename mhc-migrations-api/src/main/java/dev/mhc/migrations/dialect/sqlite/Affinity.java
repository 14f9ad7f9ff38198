package dev.mhc.migrations.dialect.sqlite;

import java.util.Locale;

/**
 * How SQLite converts what is stored in a column.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">the rules</a>
 */
enum Affinity {
    INTEGER,
    TEXT,
    BLOB,
    REAL,
    NUMERIC;

    /** The affinity of a declared type; the order of the rules matters. */
    static Affinity of(String declaration) {
        String type = declaration.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return INTEGER;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return TEXT;
        }
        if (type.isBlank() || type.contains("BLOB")) {
            return BLOB;
        }
        if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
            return REAL;
        }
        return NUMERIC;
    }

    /** Whether a text that looks like a number is stored as one. */
    boolean isNumeric() {
        return this == INTEGER || this == REAL || this == NUMERIC;
    }
}
