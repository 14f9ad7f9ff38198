package dev.mhc.migrations.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits Java source into its tokens; comments and white space are dropped. It is written here, because what a
 * compiler prints for its own trees differs between releases, and checksums must not.
 *
 * <p>A run of {@code >} gives one token each, so that {@code >>} is the same in an expression and at the end of type
 * arguments.
 */
final class JavaLexer {

    /** Longer ones first: the longest that fits is taken. */
    private static final List<String> OPERATORS = List.of(
            "...", "<<=", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", "<<", "+=", "-=", "*=", "/=", "&=",
            "|=", "^=", "%=");

    /** Some editors of old end a file with it; javac reads no further. */
    private static final char END_OF_FILE = '\u001a';

    private static final String TEXT_BLOCK = "\"\"\"";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private JavaLexer(String source) {
        this.source = source;
    }

    /**
     * The tokens of a file.
     *
     * @throws IllegalArgumentException if this is no Java; its message says why
     */
    static List<Token> tokens(String source) {
        JavaLexer lexer = new JavaLexer(UnicodeEscapes.decode(withoutByteOrderMark(source)));
        while (lexer.position < lexer.source.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private static String withoutByteOrderMark(String source) {
        return source.startsWith("\uFEFF") ? source.substring(1) : source;
    }

    private void next() {
        char c = source.charAt(position);
        if (isSkipped(c)) {
            position++;
        } else if (c == END_OF_FILE) {
            position = source.length();
        } else if (source.startsWith("//", position)) {
            skipLine();
        } else if (source.startsWith("/*", position)) {
            position = indexAfter("*/", position + 2, "a comment is not closed");
        } else if (source.startsWith(TEXT_BLOCK, position)) {
            textBlock();
        } else if (c == '"') {
            quoted(Token.Kind.STRING, '"');
        } else if (c == '\'') {
            quoted(Token.Kind.CHARACTER, '\'');
        } else if (startsNumber()) {
            number();
        } else if (Character.isJavaIdentifierStart(source.codePointAt(position))) {
            word();
        } else {
            operator();
        }
    }

    private static boolean isSkipped(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean startsNumber() {
        int digit = source.charAt(position) == '.' ? position + 1 : position;
        return digit < source.length() && isDigit(source.charAt(digit));
    }

    private void skipLine() {
        while (position < source.length() && source.charAt(position) != '\n' && source.charAt(position) != '\r') {
            position++;
        }
    }

    private void quoted(Token.Kind kind, char quote) {
        int start = position + 1;
        int end = start;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            throw new IllegalArgumentException("a literal is not closed");
        }
        tokens.add(new Token(kind, source.substring(start, end).translateEscapes()));
        position = end + 1;
    }

    private void textBlock() {
        int start = position + TEXT_BLOCK.length();
        while (start < source.length() && source.charAt(start) != '\n' && source.charAt(start) != '\r') {
            start++;
        }
        start += source.startsWith("\r\n", start) ? 2 : 1;
        int end = start;
        while (!source.startsWith(TEXT_BLOCK, end)) {
            if (end >= source.length()) {
                throw new IllegalArgumentException("a text block is not closed");
            }
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        // stripIndent also makes one kind of line end of all.
        tokens.add(new Token(
                Token.Kind.STRING, source.substring(start, end).stripIndent().translateEscapes()));
        position = end + TEXT_BLOCK.length();
    }

    private void number() {
        int start = position;
        boolean hexadecimal = source.regionMatches(true, start, "0x", 0, 2);
        while (position < source.length() && continuesNumber(hexadecimal)) {
            position++;
        }
        tokens.add(new Token(Token.Kind.NUMBER, source.substring(start, position)));
    }

    private boolean continuesNumber(boolean hexadecimal) {
        char c = source.charAt(position);
        if (c == '+' || c == '-') {
            char before = Character.toLowerCase(source.charAt(position - 1));
            return before == (hexadecimal ? 'p' : 'e');
        }
        return c == '.' || Character.isJavaIdentifierPart(c);
    }

    private void word() {
        int start = position;
        while (position < source.length() && Character.isJavaIdentifierPart(source.codePointAt(position))) {
            position += Character.charCount(source.codePointAt(position));
        }
        tokens.add(new Token(Token.Kind.WORD, source.substring(start, position)));
    }

    private void operator() {
        String operator = String.valueOf(source.charAt(position));
        for (String candidate : OPERATORS) {
            if (source.startsWith(candidate, position)) {
                operator = candidate;
                break;
            }
        }
        tokens.add(new Token(Token.Kind.OPERATOR, operator));
        position += operator.length();
    }

    private int indexAfter(String end, int from, String otherwise) {
        int index = source.indexOf(end, from);
        if (index < 0) {
            throw new IllegalArgumentException(otherwise);
        }
        return index + end.length();
    }
}
