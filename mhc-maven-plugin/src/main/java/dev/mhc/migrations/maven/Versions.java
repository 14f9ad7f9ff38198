package dev.mhc.migrations.maven;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** Versions as people write and read them. */
final class Versions {

    private static final Pattern WRITTEN = Pattern.compile("[0-9](_?[0-9])*[lL]?");
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final long FIRST_OF_14_DIGITS = 10_000_000_000_000L;
    private static final long FIRST_OF_15_DIGITS = 100_000_000_000_000L;

    private Versions() {}

    /**
     * Reads a version, with or without underscores.
     *
     * @param parameter whose value it is, for the message
     */
    static long parse(String parameter, String text) throws MojoExecutionException {
        String trimmed = text.strip();
        if (!WRITTEN.matcher(trimmed).matches()) {
            throw GoalError.BAD_VERSION.with(parameter, text);
        }
        try {
            return Long.parseLong(trimmed.replaceAll("[_lL]", ""));
        } catch (NumberFormatException e) {
            throw GoalError.BAD_VERSION.causedBy(e, parameter, text);
        }
    }

    /** Writes a version so that a time can be read from it: {@code 2025_06_01_180102}; other numbers as they are. */
    static String format(long version) {
        String digits = Long.toString(version);
        return time(version).isEmpty()
                ? digits
                : String.join(
                        "_",
                        digits.substring(0, 4),
                        digits.substring(4, 6),
                        digits.substring(6, 8),
                        digits.substring(8));
    }

    /** The UTC time that a version of 14 digits stands for; empty if it stands for none. */
    static Optional<LocalDateTime> time(long version) {
        if (version < FIRST_OF_14_DIGITS || version >= FIRST_OF_15_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(Long.toString(version), DIGITS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The version that stands for a UTC time. */
    static long of(LocalDateTime time) {
        return ((time.getYear() * 100L + time.getMonthValue()) * 100 + time.getDayOfMonth()) * 1_000_000
                + time.getHour() * 10_000L
                + time.getMinute() * 100L
                + time.getSecond();
    }

    /**
     * The version of a new migration: the time, or what comes directly after the highest version if that is not earlier.
     * A successor with 14 digits is a real time.
     *
     * @param highest the highest version in use, 0 if there is none
     */
    static long next(LocalDateTime now, long highest) throws MojoExecutionException {
        long version = of(now);
        if (version > highest) {
            return version;
        }
        Optional<LocalDateTime> time = time(highest);
        if (time.isPresent()) {
            long successor = of(time.get().plusSeconds(1));
            return time(successor).isPresent() ? successor : FIRST_OF_15_DIGITS;
        }
        if (highest < FIRST_OF_15_DIGITS) {
            return FIRST_OF_15_DIGITS;
        }
        if (highest == Long.MAX_VALUE) {
            throw GoalError.NO_LATER_VERSION.with(highest);
        }
        return highest + 1;
    }
}
