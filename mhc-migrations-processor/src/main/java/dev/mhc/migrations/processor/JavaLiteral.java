package dev.mhc.migrations.processor;

import java.util.Locale;

/** Writes constants as Java source. */
final class JavaLiteral {

    private JavaLiteral() {}

    /** A string literal on one line, in ASCII: the same bytes whatever the encoding of the build. */
    static String of(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        literal.append(c);
                    } else {
                        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
