package dev.mhc.migrations.processor;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds which other classes of the same compile a migration mentions. A change in one of them changes what the
 * migration does, but not its checksum. Works on names, since attributing bodies during annotation processing
 * would report errors about classes that are yet to be generated.
 */
final class OutsideUses {

    private final MigrationSource source;
    private final Set<String> compiled;
    private final SortedSet<String> uses = new TreeSet<>();

    private OutsideUses(MigrationSource source, Set<String> compiled) {
        this.source = source;
        this.compiled = compiled;
    }

    /**
     * The qualified names of those types, sorted.
     *
     * @param compiled the qualified names of the top-level types of this compile
     * @param own the migration's top-level type
     */
    static SortedSet<String> of(MigrationSource source, Set<String> compiled, String own) {
        OutsideUses outside = new OutsideUses(source, compiled);
        outside.addStaticImports();
        List<Token> tokens = source.tokens();
        for (int index = 0; index < tokens.size(); index++) {
            boolean selected = index > 0 && tokens.get(index - 1).isOperator(".");
            if (tokens.get(index).isWord() && !selected) {
                outside.addSimpleName(tokens.get(index).text());
                outside.addQualifiedName(index);
            }
        }
        outside.uses.remove(own);
        return outside.uses;
    }

    private void addStaticImports() {
        for (ImportDeclaration imported : source.imports()) {
            if (imported.isStatic()) {
                addTypeOrItsOwner(imported.name());
            }
        }
    }

    private void addSimpleName(String name) {
        add(source.packageName().isEmpty() ? name : source.packageName() + '.' + name);
        for (ImportDeclaration imported : source.imports()) {
            if (!imported.isStatic() && imported.onDemand()) {
                add(imported.name() + '.' + name);
            } else if (!imported.isStatic() && imported.simpleName().equals(name)) {
                addTypeOrItsOwner(imported.name());
            }
        }
    }

    private void addQualifiedName(int start) {
        List<Token> tokens = source.tokens();
        StringBuilder name = new StringBuilder(tokens.get(start).text());
        int index = start + 1;
        while (index + 1 < tokens.size()
                && tokens.get(index).isOperator(".")
                && tokens.get(index + 1).isWord()) {
            add(name.append('.').append(tokens.get(index + 1).text()).toString());
            index += 2;
        }
    }

    /** Takes parts off the end until a type of this compile is left: {@code a.Outer.Inner} is inside {@code a.Outer}. */
    private void addTypeOrItsOwner(String name) {
        String owner = name;
        while (!owner.isEmpty()) {
            add(owner);
            owner = owner.substring(0, Math.max(owner.lastIndexOf('.'), 0));
        }
    }

    private void add(String name) {
        if (compiled.contains(name)) {
            uses.add(name);
        }
    }
}
