package dev.mhc.migrations.processor.compiler;

import java.util.Collection;
import java.util.Iterator;

/** Decides where generated classes go. */
public final class GeneratedPackage {

    private GeneratedPackage() {}

    /**
     * The longest package that contains all of these, or the first of them if there is none. The unnamed package if it is
     * among them: its classes can be used nowhere else.
     */
    public static String of(Collection<String> packages) {
        Iterator<String> names = packages.iterator();
        String first = names.next();
        String common = first;
        while (names.hasNext()) {
            common = common(common, names.next());
        }
        return common.isEmpty() && !packages.contains("") ? first : common;
    }

    private static String common(String one, String other) {
        String prefix = one;
        while (!prefix.isEmpty() && !(other + '.').startsWith(prefix + '.')) {
            prefix = prefix.substring(0, Math.max(prefix.lastIndexOf('.'), 0));
        }
        return prefix;
    }
}
