package dev.mhc.migrations.schema;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;

/** The words of a {@link SchemaText}, one after the other. */
final class SchemaTokens {

    private enum Kind {
        WORD,
        QUOTED,
        SIGN,
        END_OF_LINE,
        END
    }

    /** What begins a line or a part of an index, where a plain name could stand as well. */
    private static final Set<String> RESERVED =
            Set.of("table", "sequence", "primary", "foreign", "unique", "check", "index", "expression");

    private final String text;
    private int start;
    private int next;
    private Kind kind = Kind.END_OF_LINE;
    private String value = "";

    SchemaTokens(String text) {
        this.text = text;
        advance();
    }

    /** Whether a name needs no quotes. */
    static boolean isPlainName(String name) {
        if (name.isEmpty() || isDigit(name.charAt(0)) || RESERVED.contains(name)) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isWordPart(name.charAt(i)) || name.charAt(i) == '-') {
                return false;
            }
        }
        return true;
    }

    /** Appends a value in quotes. What an editor would not show, or a compiler not keep, is escaped. */
    static void quote(String value, StringBuilder target) {
        target.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> target.append('\\').append(c);
                case '\n' -> target.append("\\n");
                case '\r' -> target.append("\\r");
                case '\t' -> target.append("\\t");
                default -> {
                    if (c < 0x7f && c >= ' ') {
                        target.append(c);
                    } else if (isPair(value, i)) {
                        target.append(c).append(value.charAt(++i));
                    } else if (Character.isLetterOrDigit(c)) {
                        target.append(c);
                    } else {
                        target.append("\\u").append(hex(c));
                    }
                }
            }
        }
        target.append('"');
    }

    private static boolean isPair(String value, int index) {
        return index + 1 < value.length() && Character.isSurrogatePair(value.charAt(index), value.charAt(index + 1));
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }

    boolean atEnd() {
        return kind == Kind.END;
    }

    /** Whether the line ends here; the end is taken. */
    boolean takeEndOfLine() {
        if (kind == Kind.END_OF_LINE) {
            advance();
            return true;
        }
        return kind == Kind.END;
    }

    void endLine() {
        if (!takeEndOfLine()) {
            throw unexpected("the end of the line");
        }
    }

    /** Whether these words stand here; they are taken. Those after the first must follow it. */
    boolean take(String word, String... following) {
        if (kind != Kind.WORD || !value.equals(word)) {
            return false;
        }
        advance();
        for (String it : following) {
            expect(it);
        }
        return true;
    }

    void expect(String word) {
        if (!take(word)) {
            throw unexpected(word);
        }
    }

    boolean takeSign(char sign) {
        if (kind != Kind.SIGN || text.charAt(start) != sign) {
            return false;
        }
        advance();
        return true;
    }

    void expectSign(char sign) {
        if (!takeSign(sign)) {
            throw unexpected(String.valueOf(sign));
        }
    }

    boolean isQuoted() {
        return kind == Kind.QUOTED;
    }

    String quoted(String meaning) {
        if (kind != Kind.QUOTED) {
            throw unexpected(meaning + " in quotes");
        }
        return take();
    }

    /** The word that stands here if it is one of these, else nothing. */
    String takeAny(Set<String> words) {
        return kind == Kind.WORD && words.contains(value) ? take() : "";
    }

    String name(String meaning) {
        if (kind == Kind.QUOTED || (kind == Kind.WORD && isPlainName(value))) {
            return take();
        }
        throw unexpected(meaning);
    }

    long number() {
        return number(Long::valueOf);
    }

    int size() {
        return number(Integer::valueOf);
    }

    private <N> N number(Function<String, N> parser) {
        if (kind != Kind.WORD && kind != Kind.QUOTED) {
            throw unexpected("a number");
        }
        try {
            N number = parser.apply(value);
            advance();
            return number;
        } catch (NumberFormatException e) {
            throw unexpected("a number");
        }
    }

    /** A decimal number in quotes. */
    BigDecimal decimal() {
        return number(BigDecimal::new);
    }

    private String take() {
        String taken = value;
        advance();
        return taken;
    }

    private void advance() {
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        start = next;
        value = "";
        if (next == text.length()) {
            kind = Kind.END;
            return;
        }
        char c = text.charAt(next);
        if (c == '\n') {
            kind = Kind.END_OF_LINE;
            next++;
        } else if (c == '"') {
            kind = Kind.QUOTED;
            value = unquoted();
        } else if (c == '(' || c == ')' || c == ',') {
            kind = Kind.SIGN;
            next++;
        } else if (isWordPart(c)) {
            kind = Kind.WORD;
            while (next < text.length() && isWordPart(text.charAt(next))) {
                next++;
            }
            value = text.substring(start, next);
        } else {
            throw unexpected("a word");
        }
    }

    private String unquoted() {
        int from = ++next;
        while (next < text.length() && !endsPlainly(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && text.charAt(next) == '"') {
            return text.substring(from, next++);
        }
        StringBuilder content = new StringBuilder().append(text, from, next);
        while (next < text.length() && text.charAt(next) != '\n') {
            char c = text.charAt(next++);
            if (c == '"') {
                return content.toString();
            }
            content.append(c == '\\' ? escaped() : c);
        }
        throw unexpected("a closing quote");
    }

    private static boolean endsPlainly(char c) {
        return c == '"' || c == '\\' || c == '\n';
    }

    private char escaped() {
        char c = next < text.length() ? text.charAt(next++) : '\n';
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> character();
            default -> throw unexpected("an escaped character");
        };
    }

    private char character() {
        int code = 0;
        for (int end = next + 4; next < end; next++) {
            int digit = next < text.length() ? Character.digit(text.charAt(next), 16) : -1;
            if (digit < 0) {
                throw unexpected("four hexadecimal digits behind \\u");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The exception for what stands at the current place. */
    MigrationException unexpected(String expected) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = text.indexOf('\n', start);
        String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
        long number =
                text.substring(0, lineStart).chars().filter(it -> it == '\n').count() + 1;
        return ErrorCode.SCHEMA_TEXT.with(number, start - lineStart + 1, expected, line.strip());
    }
}
