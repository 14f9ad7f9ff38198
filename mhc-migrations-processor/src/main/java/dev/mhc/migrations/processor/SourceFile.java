package dev.mhc.migrations.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of Java source, as tokens.
 *
 * @param packageName empty for the unnamed package
 */
record SourceFile(String packageName, List<ImportDeclaration> imports, List<Token> tokens, SourceOutline outline) {

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if this is no Java; its message says why
     */
    static SourceFile of(String source) {
        List<Token> tokens = JavaLexer.tokens(source);
        String packageName = "";
        List<ImportDeclaration> imports = new ArrayList<>();
        int index = 0;
        while (index < tokens.size()) {
            Token token = tokens.get(index);
            if (token.isOperator(";")) {
                index++;
            } else if (token.isWord("package") || token.isWord("import")) {
                int end = semicolon(tokens, index);
                List<Token> declaration = tokens.subList(index + 1, end);
                if (token.isWord("package")) {
                    packageName = declaration.stream().map(Token::text).collect(Collectors.joining());
                } else {
                    imports.add(ImportDeclaration.of(declaration));
                }
                index = end + 1;
            } else {
                break;
            }
        }
        return new SourceFile(packageName, List.copyOf(imports), tokens, SourceOutline.of(tokens, index));
    }

    private static int semicolon(List<Token> tokens, int from) {
        for (int index = from; index < tokens.size(); index++) {
            if (tokens.get(index).isOperator(";")) {
                return index;
            }
        }
        throw new IllegalArgumentException("a package or import declaration has no end");
    }
}
