package dev.mhc.migrations.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Takes from tokens what may differ without a difference in meaning: the description of a migration, how a long string
 * is cut into literals, the order of modifiers, a comma after the last element.
 */
final class TokenNormalizer {

    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "abstract",
            "default",
            "static",
            "sealed",
            "non-sealed",
            "final",
            "transient",
            "volatile",
            "synchronized",
            "native",
            "strictfp");

    private static final List<Token> QUALIFIER =
            JavaLexer.tokens(MigrationProcessor.MIGRATION.replaceFirst("Migration$", ""));

    private TokenNormalizer() {}

    static List<Token> normalize(List<Token> tokens) {
        return withoutLastComma(withSortedModifiers(withJoinedStrings(withoutDescription(tokens))));
    }

    /** Whether the annotations and modifiers of a declaration have {@code @Migration} among them. */
    static boolean hasMigrationAnnotation(List<Token> modifiers) {
        for (int index = 0; index < modifiers.size(); index++) {
            if (nameEnd(modifiers, index) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The token after {@code @Migration} if it begins at this index, else -1. */
    private static int nameEnd(List<Token> tokens, int index) {
        if (!tokens.get(index).isOperator("@")) {
            return -1;
        }
        int name = index + 1;
        if (name + QUALIFIER.size() < tokens.size()
                && tokens.subList(name, name + QUALIFIER.size()).equals(QUALIFIER)) {
            name += QUALIFIER.size();
        }
        return name < tokens.size() && tokens.get(name).isWord("Migration") ? name + 1 : -1;
    }

    static List<Token> withoutDescription(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        int index = 0;
        while (index < tokens.size()) {
            int open = nameEnd(tokens, index);
            if (open < 0 || open >= tokens.size() || !tokens.get(open).isOperator("(")) {
                result.add(tokens.get(index++));
                continue;
            }
            result.addAll(tokens.subList(index, open + 1));
            index = open + 1;
            List<List<Token>> elements = new ArrayList<>();
            while (!tokens.get(index).isOperator(")")) {
                int end = elementEnd(tokens, index);
                elements.add(tokens.subList(index, end));
                index = tokens.get(end).isOperator(",") ? end + 1 : end;
            }
            elements.removeIf(element -> !element.isEmpty() && element.get(0).isWord("description"));
            for (int i = 0; i < elements.size(); i++) {
                if (i > 0) {
                    result.add(new Token(Token.Kind.OPERATOR, ","));
                }
                result.addAll(elements.get(i));
            }
        }
        return result;
    }

    /** The comma or closing bracket after the annotation element that begins at this index. */
    private static int elementEnd(List<Token> tokens, int start) {
        int depth = 0;
        for (int index = start; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (depth == 0 && (token.isOperator(",") || token.isOperator(")"))) {
                return index;
            }
            if (token.isOperator("(") || token.isOperator("{") || token.isOperator("[")) {
                depth++;
            } else if (token.isOperator(")") || token.isOperator("}") || token.isOperator("]")) {
                depth--;
            }
        }
        throw new IllegalArgumentException("an annotation is not closed");
    }

    /**
     * Joins {@code "a" + "b"}, which formatters make of a long literal. Not where a neighbour takes only one of the two:
     * {@code "a" + "b".length()}, {@code (Object) "a" + "b"}.
     */
    static List<Token> withJoinedStrings(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        int index = 0;
        while (index < tokens.size()) {
            Token token = tokens.get(index++);
            boolean cast = !result.isEmpty() && result.get(result.size() - 1).isOperator(")");
            if (token.kind() == Token.Kind.STRING && !cast) {
                StringBuilder value = new StringBuilder(token.text());
                while (joins(tokens, index)) {
                    value.append(tokens.get(index + 1).text());
                    index += 2;
                }
                token = new Token(Token.Kind.STRING, value.toString());
            }
            result.add(token);
        }
        return result;
    }

    private static boolean joins(List<Token> tokens, int plus) {
        return plus + 1 < tokens.size()
                && tokens.get(plus).isOperator("+")
                && tokens.get(plus + 1).kind() == Token.Kind.STRING
                && !(plus + 2 < tokens.size()
                        && (tokens.get(plus + 2).isOperator(".")
                                || tokens.get(plus + 2).isOperator("::")));
    }

    static List<Token> withSortedModifiers(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        int runStart = 0;
        int index = 0;
        while (index < tokens.size()) {
            Token token = tokens.get(index);
            if (isNonSealed(tokens, index)) {
                token = new Token(Token.Kind.WORD, "non-sealed");
                index += 2;
            }
            index++;
            result.add(token);
            if (!token.isWord() || !MODIFIERS.contains(token.text())) {
                result.subList(runStart, result.size() - 1).sort(Comparator.comparing(Token::text));
                runStart = result.size();
            }
        }
        return result;
    }

    private static boolean isNonSealed(List<Token> tokens, int index) {
        return index + 2 < tokens.size()
                && tokens.get(index).isWord("non")
                && tokens.get(index + 1).isOperator("-")
                && tokens.get(index + 2).isWord("sealed");
    }

    static List<Token> withoutLastComma(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            if (token.isOperator("}")
                    && !result.isEmpty()
                    && result.get(result.size() - 1).isOperator(",")) {
                result.remove(result.size() - 1);
            }
            result.add(token);
        }
        return result;
    }
}
