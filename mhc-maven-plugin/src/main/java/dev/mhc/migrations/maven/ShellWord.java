package dev.mhc.migrations.maven;

import java.util.regex.Pattern;

/** Texts as words of a shell's command line. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

    private ShellWord() {}

    /** The text in quotes. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The text, in quotes if a shell would read it differently without. */
    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }
}
