package dev.mhc.migrations.processor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** What a version has to be, and how it is written. */
final class VersionRules {

    private static final long FIRST_OF_14_DIGITS = 10_000_000_000_000L;
    private static final long LAST_OF_14_DIGITS = 99_999_999_999_999L;
    private static final int FIRST_YEAR = 1970;

    private VersionRules() {}

    static boolean looksLikeTime(long version) {
        return version >= FIRST_OF_14_DIGITS && version <= LAST_OF_14_DIGITS;
    }

    /** Why a version of 14 digits is no time; empty if it is one. */
    static Optional<String> notATime(long version) {
        int year = (int) (version / 10_000_000_000L);
        if (year < FIRST_YEAR) {
            return Optional.of("the year " + year + " is before " + FIRST_YEAR);
        }
        int month = part(version, 100_000_000L);
        int day = part(version, 1_000_000L);
        int hour = part(version, 10_000L);
        int minute = part(version, 100L);
        int second = part(version, 1L);
        try {
            LocalDate.of(year, month, day);
            LocalTime.of(hour, minute, second);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(
                    month < 1 || month > 12
                            ? "there is no month " + month
                            : hour > 23 || minute > 59 || second > 59
                                    ? text("there is no time %02d:%02d:%02d", hour, minute, second)
                                    : text("there is no day %04d-%02d-%02d", year, month, day));
        }
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    private static int part(long version, long unit) {
        return (int) (version / unit % 100);
    }

    /** As Java source: {@code 2025_06_01_180102L}, or plain if it has not 14 digits. */
    static String literal(long version) {
        return looksLikeTime(version) ? spelled(version) + "L" : version + "L";
    }

    /** {@code 2025_06_01_180102}, for a version of 14 digits. */
    static String spelled(long version) {
        String digits = Long.toString(version);
        return digits.substring(0, 4)
                + '_'
                + digits.substring(4, 6)
                + '_'
                + digits.substring(6, 8)
                + '_'
                + digits.substring(8);
    }
}
