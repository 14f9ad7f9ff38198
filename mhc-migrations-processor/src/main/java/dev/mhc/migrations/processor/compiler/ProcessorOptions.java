package dev.mhc.migrations.processor.compiler;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the build tells the processor.
 *
 * @param module whose migrations and entities these are
 * @param naming how columns and tables are named that have no explicit name
 */
public record ProcessorOptions(String module, Naming naming) {

    public static final String MODULE = "mhc.module";
    public static final String NAMING = "mhc.naming";
    public static final Set<String> NAMES = Set.of(MODULE, NAMING);

    private static final String DEFAULT_MODULE = "app";
    private static final Pattern MODULE_FORM = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    /** How default names are made. */
    public enum Naming {
        /** As Jakarta Persistence says: the name of the attribute. */
        STANDARD,
        /** The name of the attribute in lower case, its words joined by underscores. */
        SNAKE_CASE,
        /** As {@link #SNAKE_CASE}, and a join table is named after its attribute: what Spring Boot configures. */
        SPRING
    }

    /** Reads the options; what is wrong is reported, and its default taken so that the rest is checked too. */
    public static ProcessorOptions read(Map<String, String> options, Diagnostics diagnostics) {
        return new ProcessorOptions(module(options, diagnostics), naming(options, diagnostics));
    }

    /** The module's name as the start of a class name: {@code my-lib} becomes {@code MyLib}. */
    public String classPrefix() {
        StringBuilder prefix = new StringBuilder();
        boolean wordStarts = true;
        for (int i = 0; i < module.length(); i++) {
            char c = module.charAt(i);
            if (c == '-' || c == '_') {
                wordStarts = true;
            } else {
                prefix.append(wordStarts && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                wordStarts = false;
            }
        }
        return prefix.toString();
    }

    private static String module(Map<String, String> options, Diagnostics diagnostics) {
        if (!options.containsKey(MODULE)) {
            return DEFAULT_MODULE;
        }
        String module = valueOf(options, MODULE);
        if (!MODULE_FORM.matcher(module).matches()) {
            diagnostics.error(BuildProblem.MODULE_OPTION, module);
            return DEFAULT_MODULE;
        }
        return module;
    }

    private static Naming naming(Map<String, String> options, Diagnostics diagnostics) {
        if (!options.containsKey(NAMING)) {
            return Naming.STANDARD;
        }
        String naming = valueOf(options, NAMING);
        return switch (naming) {
            case "standard" -> Naming.STANDARD;
            case "snake_case" -> Naming.SNAKE_CASE;
            case "spring" -> Naming.SPRING;
            default -> {
                diagnostics.error(BuildProblem.NAMING_OPTION, naming);
                yield Naming.STANDARD;
            }
        };
    }

    /** {@code -Amhc.module} without a value gives null. */
    private static String valueOf(Map<String, String> options, String name) {
        String value = options.get(name);
        return value == null ? "" : value;
    }
}
