package dev.mhc.migrations.processor.compiler;

import java.util.Locale;

/** Turns the name of an enum constant into the code that users see. */
public final class Labels {

    private Labels() {}

    /** {@code DUPLICATE_VERSION} becomes {@code DuplicateVersion}. */
    public static String of(Enum<?> constant) {
        StringBuilder label = new StringBuilder();
        for (String word : constant.name().split("_", -1)) {
            label.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return label.toString();
    }
}
