package dev.mhc.migrations.schema;

import java.util.Locale;

/**
 * A table, view or sequence that is somebody else's and therefore not compared.
 *
 * @param table its name as the database has it
 * @param rule why it is ignored
 * @param by the pattern, the extension, or the virtual table
 */
public record IgnoredTable(String table, Rule rule, String by) {

    /** Why a table is ignored. */
    public enum Rule {
        /** The user says so. */
        PATTERN,
        /** An extension of the database made it. */
        EXTENSION,
        /** It is a virtual table, or one of those in which a virtual table keeps its rows. */
        VIRTUAL_TABLE;

        /** The rule in words: {@code virtual table}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The rule with what it names: {@code pattern legacy_*}. */
    public String reason() {
        return rule.label() + " " + by;
    }
}
