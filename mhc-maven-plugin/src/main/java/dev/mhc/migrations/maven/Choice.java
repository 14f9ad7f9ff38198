package dev.mhc.migrations.maven;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads a parameter that names one constant of an enum, as people write it: in lower case. */
final class Choice {

    private Choice() {}

    /**
     * The constant that a text names, without regard to case.
     *
     * @param parameter whose value it is, for the message
     */
    static <E extends Enum<E>> E of(String parameter, String text, Class<E> type) throws MojoExecutionException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text.strip())) {
                return constant;
            }
        }
        throw GoalError.BAD_CHOICE.with(
                parameter,
                text,
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }
}
