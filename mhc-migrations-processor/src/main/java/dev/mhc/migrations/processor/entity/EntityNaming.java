package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.ProcessorOptions;
import java.util.Locale;

/** Turns the names of a mapping, default and explicit alike, into those of the database. */
record EntityNaming(ProcessorOptions.Naming naming) {

    /**
     * The name in the database. A quoted name ({@code "order"} or {@code `order`}) loses its quotes and is else kept,
     * whatever the option says: that is how Hibernate's {@code PhysicalNamingStrategySnakeCaseImpl} works.
     */
    String physical(String logical) {
        if (isQuoted(logical)) {
            return unquoted(logical);
        }
        return switch (naming) {
            case STANDARD -> logical;
            case SNAKE_CASE, SPRING -> isPlain(logical) ? snakeCase(logical) : logical;
        };
    }

    /** What stands behind the name of the owner's table in the name of a join table, where none is given. */
    String joinTable(String attribute, String otherTable) {
        if (naming != ProcessorOptions.Naming.SPRING) {
            return otherTable;
        }
        return isQuoted(otherTable) ? '"' + attribute + '"' : attribute;
    }

    /** A default name that is made of two others: quoted as soon as one of them is. */
    static String joined(String first, String second) {
        String plain = unquoted(first) + '_' + unquoted(second);
        return isQuoted(first) || isQuoted(second) ? '"' + plain + '"' : plain;
    }

    /** A default name, in quotes if the name of the table that it belongs to is. */
    static String quotedAs(String table, String name) {
        return isQuoted(table) ? '"' + unquoted(name) + '"' : name;
    }

    static String unquoted(String name) {
        return isQuoted(name) ? name.substring(1, name.length() - 1) : name;
    }

    private static boolean isQuoted(String name) {
        return name.length() > 2 && (isEnclosed(name, '"') || isEnclosed(name, '`'));
    }

    private static boolean isEnclosed(String name, char quote) {
        return name.charAt(0) == quote && name.charAt(name.length() - 1) == quote;
    }

    /** What SQL cannot say without quotes, Hibernate quotes itself, and then keeps as it is. */
    private static boolean isPlain(String name) {
        return name.chars().allMatch(it -> Character.isLetterOrDigit(it) || it == '_' || it == '$')
                && !name.isEmpty()
                && (Character.isLetter(name.charAt(0)) || name.charAt(0) == '_');
    }

    private static String snakeCase(String name) {
        StringBuilder words = new StringBuilder(name);
        // The last character never begins a word: Hibernate makes "codea" of "codeA".
        for (int i = 1; i < words.length() - 1; i++) {
            if (beginsWord(words.charAt(i - 1), words.charAt(i), words.charAt(i + 1))) {
                words.insert(i++, '_');
            }
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean beginsWord(char before, char current, char after) {
        return (Character.isLowerCase(before) || Character.isDigit(before))
                && Character.isUpperCase(current)
                && (Character.isLowerCase(after) || Character.isDigit(after));
    }
}
