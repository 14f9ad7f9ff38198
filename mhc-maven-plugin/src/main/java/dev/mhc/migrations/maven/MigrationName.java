package dev.mhc.migrations.maven;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a user calls a new migration, proved harmless.
 *
 * @param words letters and digits of the name, at least one word
 */
record MigrationName(List<String> words) {

    private static final int MAX_LENGTH = 100;
    private static final int MAX_DESCRIPTION = 200;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_\\- ]*");
    private static final Pattern TWO_PLACES = Pattern.compile("(add|drop|remove|delete)_(\\w+)_(to|from)_(\\w+)");

    MigrationName {
        words = List.copyOf(words);
    }

    /** Reads a name that comes from anywhere. */
    static MigrationName parse(@Nullable String name) throws MojoExecutionException {
        if (name == null || name.isBlank()) {
            throw GoalError.MISSING_NAME.with();
        }
        if (name.length() > MAX_LENGTH) {
            throw GoalError.BAD_NAME.with(
                    quoted(name.substring(0, 20)) + "...", "has " + name.length() + " characters");
        }
        if (!ALLOWED.matcher(name).matches()) {
            throw GoalError.BAD_NAME.with(quoted(name), "has a character that is not allowed");
        }
        List<String> words = Arrays.stream(name.split("[_\\- ]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            throw GoalError.BAD_NAME.with(quoted(name), "has neither a letter nor a digit");
        }
        return new MigrationName(words);
    }

    /** Checks a description that comes from anywhere. */
    static String checkDescription(String description) throws MojoExecutionException {
        if (description.isBlank()) {
            throw GoalError.BAD_DESCRIPTION.with("is blank");
        }
        if (description.length() > MAX_DESCRIPTION) {
            throw GoalError.BAD_DESCRIPTION.with("has " + description.length() + " characters");
        }
        if (description.chars().anyMatch(MigrationName::isUnprintable)) {
            throw GoalError.BAD_DESCRIPTION.with("has a control character");
        }
        return description;
    }

    /** The words with underscores between them, in lower case. */
    String snakeCase() {
        return String.join("_", words).toLowerCase(Locale.ROOT);
    }

    /** The name of the class of this migration. */
    String className(long version) {
        String camelCase = words.stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        String separator = Character.isDigit(camelCase.charAt(0)) ? "_" : "";
        return "M" + version + separator + camelCase;
    }

    /** The name as a sentence for people: {@code Add is_verified to users}. */
    String description() {
        String joined = String.join("_", words);
        Matcher matcher = TWO_PLACES.matcher(joined);
        String sentence = matcher.matches()
                ? String.join(" ", matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4))
                : String.join(" ", words);
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** A foreign text so that it harms no terminal: what is not plain ASCII is shown as an escape. */
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c ->
                        c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
