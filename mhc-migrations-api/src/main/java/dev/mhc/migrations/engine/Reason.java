package dev.mhc.migrations.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a file could not be used, in words. */
final class Reason {

    private Reason() {}

    /** The type of the exception and its message: {@code access denied: /srv/app.db}. */
    static String of(@Nullable Throwable e) {
        if (e == null) {
            return "for no known reason";
        }
        String words = e.getClass()
                .getSimpleName()
                .replaceAll("Exception$", "")
                .replaceAll("(?<=[a-z])([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
        return e.getMessage() == null ? words : words + ": " + e.getMessage();
    }
}
