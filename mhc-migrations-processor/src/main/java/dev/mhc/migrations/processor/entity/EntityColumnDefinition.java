package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code columnDefinition} says: a type, and the plain constraints that are often written behind it.
 *
 * @param type as written; empty if it says nothing of it
 * @param notNull whether it says {@code NOT NULL}
 * @param unique whether it says {@code UNIQUE}
 * @param defaultValue the SQL after {@code DEFAULT}
 */
record EntityColumnDefinition(
        Optional<ColumnType> type, boolean notNull, boolean unique, Optional<String> defaultValue) {

    private static final Set<String> CONSTRAINTS = Set.of(
            "NOT",
            "NULL",
            "DEFAULT",
            "UNIQUE",
            "PRIMARY",
            "CHECK",
            "REFERENCES",
            "CONSTRAINT",
            "COLLATE",
            "GENERATED",
            "AS",
            "AUTO_INCREMENT",
            "AUTOINCREMENT",
            "IDENTITY",
            "ON",
            "COMMENT");

    /** Reads a definition; empty if more stands in it than a type, a null-ness, a default and {@code UNIQUE}. */
    static Optional<EntityColumnDefinition> parse(String text) {
        List<String> words = words(text);
        int end = 0;
        while (end < words.size() && !isConstraint(words.get(end))) {
            end++;
        }
        String type = String.join(" ", words.subList(0, end));
        boolean notNull = false;
        boolean unique = false;
        Optional<String> defaultValue = Optional.empty();
        for (int i = end; i < words.size(); i++) {
            String word = upper(words.get(i));
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.equals("NOT") && upper(next).equals("NULL")) {
                notNull = true;
                i++;
            } else if (word.equals("UNIQUE")) {
                unique = true;
            } else if (word.equals("DEFAULT") && !next.isEmpty()) {
                defaultValue = upper(next).equals("NULL") ? Optional.empty() : Optional.of(next);
                i++;
            } else if (!word.equals("NULL")) {
                return Optional.empty();
            }
        }
        return Optional.of(new EntityColumnDefinition(typeOf(type), notNull, unique, defaultValue));
    }

    private static Optional<ColumnType> typeOf(String type) {
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(type.equalsIgnoreCase("text") ? ColumnType.text() : ColumnType.declared(type));
    }

    private static boolean isConstraint(String word) {
        // "check(x > 0)" begins with its word, too.
        int end = word.indexOf('(');
        return CONSTRAINTS.contains(upper(end < 0 ? word : word.substring(0, end)));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** The text at its white space, except within quotes and parentheses. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (Character.isWhitespace(c) && depth == 0) {
                addWord(words, word);
                continue;
            }
            word.append(c);
        }
        addWord(words, word);
        return words;
    }

    private static void addWord(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
