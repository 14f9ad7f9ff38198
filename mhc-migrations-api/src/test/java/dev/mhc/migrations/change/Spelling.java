package dev.mhc.migrations.change;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How SQL is spelt: as a machine writes it, or as people do over the years. */
final class Spelling {

    private static final Pattern SIMPLE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> KEYWORDS = Set.of(
            "order",
            "group",
            "select",
            "check",
            "primary",
            "default",
            "references",
            "unique",
            "index",
            "table",
            "end",
            "constraint",
            "foreign",
            "key",
            "not",
            "null",
            "as",
            "values",
            "where",
            "from",
            "collate",
            "on",
            "case",
            "when",
            "then",
            "if",
            "in",
            "is",
            "to",
            "add",
            "set");

    private final Dice dice;
    private final boolean odd;

    /** Comments by their text, with the part of the table that they stand in. */
    final Map<String, String> comments = new LinkedHashMap<>();

    /** The part that is being written. */
    String part = "";

    private Spelling(Dice dice, boolean odd) {
        this.dice = dice;
        this.odd = odd;
    }

    static Spelling plain() {
        return new Spelling(new Dice(0), false);
    }

    static Spelling odd(Dice dice) {
        return new Spelling(dice, true);
    }

    String name(String name) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        if (!odd) {
            return quoted;
        }
        String cased = dice.percent(15) ? otherCase(name) : name;
        boolean bare = SIMPLE.matcher(name).matches() && !KEYWORDS.contains(name);
        int way = dice.below(10);
        if (bare && way < 5) {
            return cased;
        }
        if (way < 7 && !name.contains("]")) {
            return "[" + cased + "]";
        }
        if (way < 8) {
            return "`" + cased.replace("`", "``") + "`";
        }
        return quoted;
    }

    /** Only letters that SQLite folds. */
    private String otherCase(String name) {
        StringBuilder cased = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean ascii = letter < 128;
            cased.append(ascii && dice.percent(50) ? Character.toUpperCase(letter) : letter);
        }
        return cased.toString();
    }

    String word(String word) {
        return odd && dice.percent(30) ? word.toLowerCase(Locale.ROOT) : word;
    }

    /** White space, and whatever may stand in its place. */
    String blank() {
        if (!odd) {
            return " ";
        }
        return switch (dice.below(24)) {
            case 0 -> "\n";
            case 1 -> "\t ";
            case 2 -> "  \r\n ";
            case 3 -> " " + comment("/* c%d, (it's \" ] -- */") + " ";
            case 4 -> " " + comment("-- c%d: don't ) , ;") + "\n";
            case 5 -> comment("/*c%d*/");
            default -> " ";
        };
    }

    /** What stands behind a comma, or where a line ends. */
    String lineEnd() {
        if (!odd) {
            return "\n  ";
        }
        return switch (dice.below(5)) {
            case 0 -> " " + comment("-- c%d, the old one (see `x`)") + "\n  ";
            case 1 -> "";
            case 2 -> "\n\n    ";
            default -> "\n  ";
        };
    }

    boolean omitsComma() {
        return odd && dice.percent(15);
    }

    private String comment(String format) {
        String text = String.format(Locale.ROOT, format, comments.size() + 100);
        comments.put(text, part);
        return text;
    }
}
