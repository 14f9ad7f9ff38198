package dev.mhc.migrations.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the source of one migration says, without what may change after it was applied: its layout and its description.
 *
 * @param packageName empty for the unnamed package
 * @param imports those that may be used, sorted
 * @param tokens the migration's top-level type, without other migrations inside it
 */
record MigrationSource(String packageName, List<ImportDeclaration> imports, List<Token> tokens) {

    MigrationSource {
        imports = List.copyOf(imports);
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads a migration in a file.
     *
     * @param path the simple names from the top-level type to the migration, joined by dots
     * @throws IllegalArgumentException if the file does not declare it; the message says why
     */
    static MigrationSource of(SourceFile file, String path) {
        SourceOutline.Type own = type(file.outline(), path);
        int dot = path.indexOf('.');
        SourceOutline.Type top = dot < 0 ? own : type(file.outline(), path.substring(0, dot));
        List<Token> tokens = new ArrayList<>();
        int index = top.start();
        for (SourceOutline.Type other : otherMigrations(file, own)) {
            if (other.start() >= index && other.end() <= top.end()) {
                tokens.addAll(file.tokens().subList(index, other.start()));
                index = other.end();
            }
        }
        tokens.addAll(file.tokens().subList(index, top.end()));
        List<Token> normal = TokenNormalizer.normalize(tokens);
        return new MigrationSource(file.packageName(), used(file.imports(), normal), normal);
    }

    private static SourceOutline.Type type(SourceOutline outline, String path) {
        Optional<SourceOutline.Type> type = outline.type(path);
        return type.orElseThrow(() -> new IllegalArgumentException("it does not declare " + path));
    }

    /** The migrations beside this one, in their order: adding one to a class must not change those that were there. */
    private static List<SourceOutline.Type> otherMigrations(SourceFile file, SourceOutline.Type own) {
        return file.outline().types().stream()
                .filter(type -> !type.contains(own))
                .filter(type ->
                        TokenNormalizer.hasMigrationAnnotation(file.tokens().subList(type.start(), type.keyword())))
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .toList();
    }

    private static List<ImportDeclaration> used(List<ImportDeclaration> imports, List<Token> tokens) {
        Set<String> words =
                tokens.stream().filter(Token::isWord).map(Token::text).collect(Collectors.toSet());
        return imports.stream()
                .filter(imported -> imported.mayBeUsedBy(words))
                .sorted((a, b) -> a.text().compareTo(b.text()))
                .distinct()
                .toList();
    }
}
