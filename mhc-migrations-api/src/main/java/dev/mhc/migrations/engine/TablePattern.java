package dev.mhc.migrations.engine;

import dev.mhc.migrations.schema.SchemaRules;
import java.util.Optional;

/**
 * Which tables a user means by a pattern: {@code *} stands for any characters, {@code ?} for one, everything else for
 * itself, as the database compares names. Where tables have a schema, the part before the first dot is a pattern of it.
 */
final class TablePattern {

    private final String text;
    private final String canonical;
    private final SchemaRules rules;

    TablePattern(String text, SchemaRules rules) {
        this.text = text;
        this.canonical = rules.canonicalName(text);
        this.rules = rules;
    }

    /** The pattern as it was given. */
    String text() {
        return text;
    }

    /** Whether it can mean more than one table. */
    boolean hasWildcard() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether it may say a schema. */
    boolean hasDot() {
        return text.indexOf('.') >= 0;
    }

    /**
     * Whether it means this table.
     *
     * @param schema where the table is, if this kind of database has such
     */
    boolean matches(String table, Optional<String> schema) {
        if (matches(canonical, rules.canonicalName(table))) {
            return true;
        }
        int dot = canonical.indexOf('.');
        return dot >= 0
                && schema.filter(it -> matches(canonical.substring(0, dot), rules.canonicalName(it)))
                        .isPresent()
                && matches(canonical.substring(dot + 1), rules.canonicalName(table));
    }

    /** Goes back to the last star only, which is enough: what stood before it has found its place. */
    private static boolean matches(String pattern, String name) {
        int[] wanted = pattern.codePoints().toArray();
        int[] found = name.codePoints().toArray();
        int at = 0;
        int star = -1;
        int afterStar = 0;
        int i = 0;
        while (i < found.length) {
            if (at < wanted.length && wanted[at] == '*') {
                star = at++;
                afterStar = i;
            } else if (at < wanted.length && (wanted[at] == '?' || wanted[at] == found[i])) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < wanted.length && wanted[at] == '*') {
            at++;
        }
        return at == wanted.length;
    }
}
