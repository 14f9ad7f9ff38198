package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.SqlLexer;
import dev.mhc.migrations.dialect.SqlLexer.Kind;
import dev.mhc.migrations.dialect.SqlLexer.Reading;
import dev.mhc.migrations.error.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One statement as PostgreSQL reads it: its tokens, without comments and leading semicolons. */
final class Tokens {

    private static final Pattern UNICODE = Pattern.compile("\\\\(?:\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4})|(\\\\))");
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\([0-7]{1,3})|\\\\(x\\p{XDigit}{1,2}|u\\p{XDigit}{4}|U\\p{XDigit}{8})|\\\\.|''", Pattern.DOTALL);

    private record Token(Kind kind, String text, String word, int start, int end) {}

    /**
     * The name of an object, with its schema if that is said.
     *
     * @param sql as the server reads it, without blanks and comments
     * @param next the number of the token after it
     */
    record Name(String sql, int next) {}

    private final List<Token> all = new ArrayList<>();

    private Tokens() {}

    /** Reads up to what is not closed: the server cannot read that either, and says so better. */
    static Tokens of(String statement) {
        Tokens tokens = new Tokens();
        SqlLexer lexer = new SqlLexer(statement, Reading.POSTGRESQL);
        try {
            for (Kind kind = lexer.next(); kind != Kind.END; kind = lexer.next()) {
                if (kind != Kind.SEMICOLON || tokens.size() > 0) {
                    tokens.all.add(new Token(
                            kind,
                            statement.substring(lexer.start(), lexer.end()),
                            lexer.word(),
                            lexer.start(),
                            lexer.end()));
                }
            }
        } catch (MigrationException notClosed) {
            return tokens;
        }
        return tokens;
    }

    int size() {
        return all.size();
    }

    /** Whether these keywords stand from a token on. */
    boolean are(int first, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!is(first + i, words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean is(int index, String word) {
        return kind(index) == Kind.WORD && word(index).equals(word);
    }

    /** {@code END} behind the last one. */
    Kind kind(int index) {
        return index < size() ? all.get(index).kind() : Kind.END;
    }

    /** As it is written; empty behind the last one. */
    String text(int index) {
        return index < size() ? all.get(index).text() : "";
    }

    /** In upper case; empty behind the last one. */
    String word(int index) {
        return index < size() ? all.get(index).word() : "";
    }

    /** The token that closes what this one opens; the number of all where none does. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < size(); i++) {
            depth += kind(i) == Kind.OPEN ? 1 : kind(i) == Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return size();
    }

    /** The name that begins with this token. */
    Optional<Name> name(int first) {
        Optional<Name> part = identifier(first);
        if (part.isEmpty() || !text(part.get().next()).equals(".")) {
            return part;
        }
        return name(part.get().next() + 1).map(rest -> new Name(part.get().sql() + "." + rest.sql(), rest.next()));
    }

    private Optional<Name> identifier(int first) {
        boolean unicode = isUnicode(first);
        int from = unicode ? first + 2 : first;
        if (!text(from).startsWith("\"")) {
            return kind(first) == Kind.WORD ? Optional.of(new Name(text(first), first + 1)) : Optional.empty();
        }
        StringBuilder quoted = new StringBuilder(text(from));
        int next = from + 1;
        for (; text(next).startsWith("\"") && isDoubled(next); next++) {
            quoted.append(text(next));
        }
        return Optional.of(new Name(unicode ? decoded(quoted.toString()) : quoted.toString(), next));
    }

    private boolean isUnicode(int first) {
        return is(first, "U") && text(first + 1).equals("&");
    }

    /** Whether a quoted token goes on with the one before: a doubled quote divides it in two. */
    private boolean isDoubled(int index) {
        return all.get(index).start() == all.get(index - 1).end();
    }

    /** The string that begins with this token. */
    Optional<String> string(int first) {
        boolean unicode = isUnicode(first);
        int from = unicode ? first + 2 : first;
        if (kind(from) != Kind.QUOTED) {
            return Optional.empty();
        }
        String text = text(from);
        if (text.startsWith("$")) {
            int tag = text.indexOf('$', 1) + 1;
            return Optional.of(text.substring(tag, text.length() - tag));
        }
        if (!text.startsWith("'")) {
            return Optional.of(unescaped(text.substring(2, text.length() - 1)));
        }
        StringBuilder value = new StringBuilder(text.substring(1, text.length() - 1));
        for (int i = from + 1; kind(i) == Kind.QUOTED && text(i).startsWith("'"); i++) {
            value.append(isDoubled(i) ? "'" : "").append(text(i), 1, text(i).length() - 1);
        }
        return Optional.of(unicode ? decoded(value.toString()) : value.toString());
    }

    private static String decoded(String text) {
        return UNICODE.matcher(text).replaceAll(match -> {
            String code = match.group(1) == null ? match.group(2) : match.group(1);
            return Matcher.quoteReplacement(code == null ? "\\" : Character.toString(Integer.parseInt(code, 16)));
        });
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            String octal = match.group(1);
            String hex = match.group(2);
            if (octal != null || hex != null) {
                int code = octal == null ? Integer.parseInt(hex.substring(1), 16) : Integer.parseInt(octal, 8);
                return Matcher.quoteReplacement(Character.toString(code));
            }
            return Matcher.quoteReplacement(
                    switch (match.group()) {
                        case "\\n" -> "\n";
                        case "\\t" -> "\t";
                        case "\\r" -> "\r";
                        case "\\b" -> "\b";
                        case "\\f" -> "\f";
                        default -> match.group().substring(1);
                    });
        });
    }
}
