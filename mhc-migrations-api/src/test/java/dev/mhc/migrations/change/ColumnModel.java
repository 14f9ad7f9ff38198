package dev.mhc.migrations.change;

import java.util.Locale;

/** A column as a case knows it. Its number stays when its name changes. */
final class ColumnModel {

    final int id;
    String name;
    /** The declared type; empty where there is none. */
    String type;

    boolean notNull;
    String notNullConflict = "";
    /** What follows DEFAULT; empty where there is none. */
    String defaultSql = "";

    String collation = "";
    /** A template of the expression; empty where nothing is computed. */
    String computed = "";

    boolean stored;

    ColumnModel(int id, String name, String type) {
        this.id = id;
        this.name = name;
        this.type = type;
    }

    ColumnModel copy() {
        ColumnModel copy = new ColumnModel(id, name, type);
        copy.notNull = notNull;
        copy.notNullConflict = notNullConflict;
        copy.defaultSql = defaultSql;
        copy.collation = collation;
        copy.computed = computed;
        copy.stored = stored;
        return copy;
    }

    boolean isComputed() {
        return !computed.isEmpty();
    }

    /** By SQLite's five rules, in their order. */
    String affinity() {
        String upper = type.toUpperCase(Locale.ROOT);
        if (upper.contains("INT")) {
            return "INTEGER";
        }
        if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
            return "TEXT";
        }
        if (upper.isEmpty() || upper.contains("BLOB")) {
            return "BLOB";
        }
        return upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB") ? "REAL" : "NUMERIC";
    }
}
