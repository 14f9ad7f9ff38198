package dev.mhc.migrations.maven;

import java.util.Locale;

/**
 * Brings any text into a form that a terminal and XML 1.0 take. What they do not is shown by its number, as in Java, and
 * line breaks and tabs as {@code \n}, {@code \r} and {@code \t}.
 */
final class Printable {

    private Printable() {}

    /** Several lines, for the text of an element; a parser would turn a carriage return into a line feed. */
    static String lines(String text) {
        return visible(text, "\n\t");
    }

    /** One line, also for an attribute, in which a parser would turn line breaks and tabs into blanks. */
    static String line(String text) {
        return visible(text, "");
    }

    private static String visible(String text, String allowed) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean kept = character < ' '
                    ? allowed.indexOf(character) >= 0
                    : character < 0x7F
                            || (character > 0x9F
                                    && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                                    && character != 0xFFFE
                                    && character != 0xFFFF);
            if (kept) {
                visible.appendCodePoint(character);
            } else {
                visible.append(escape(character));
            }
        });
        return visible.toString();
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", character);
        };
    }
}
