package dev.mhc.migrations.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An import.
 *
 * @param text what stands between {@code import} and the semicolon, words separated by a blank
 * @param name the qualified name, without a star
 * @param isStatic whether members are imported
 * @param onDemand whether all types or members are imported, of a package, type or module
 */
record ImportDeclaration(String text, String name, boolean isStatic, boolean onDemand) {

    /**
     * Reads the tokens between {@code import} and the semicolon.
     *
     * @throws IllegalArgumentException if there are none
     */
    static ImportDeclaration of(List<Token> tokens) {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("an import names nothing");
        }
        boolean isStatic = tokens.get(0).isWord("static");
        boolean ofModule = tokens.get(0).isWord("module")
                && tokens.size() > 1
                && tokens.get(1).isWord();
        boolean onDemand = ofModule || tokens.get(tokens.size() - 1).isOperator("*");
        String name = tokens.subList(isStatic || ofModule ? 1 : 0, tokens.size()).stream()
                .map(Token::text)
                .collect(Collectors.joining());
        String prefix = isStatic ? "static " : ofModule ? "module " : "";
        return new ImportDeclaration(
                prefix + name, name.endsWith(".*") ? name.substring(0, name.length() - 2) : name, isStatic, onDemand);
    }

    /** The last part of the name, by which the import is used. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether one of the words needs this import, as far as that can be told without knowing all classes. */
    boolean mayBeUsedBy(Set<String> words) {
        return onDemand || words.contains(simpleName());
    }
}
