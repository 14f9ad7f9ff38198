package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.schema.ColumnType.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time as constants. The server writes them in its own way, with the zone of the session. */
final class PostgresqlTimes {

    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?))? ?(Z|[+-]\\d\\d(?::?\\d\\d)?)?",
            Pattern.CASE_INSENSITIVE);

    private PostgresqlTimes() {}

    /** The one form of all that mean the same; empty for what is no time. A time without a zone is UTC. */
    static Optional<String> canonical(String text, Kind kind) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(time.group(1));
            LocalDateTime local =
                    day.atTime(time.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(time.group(2)));
            return switch (kind) {
                case DATE -> Optional.of(day.toString());
                case TIMESTAMP -> Optional.of(local.toString());
                case TIMESTAMP_WITH_TIME_ZONE ->
                    Optional.of(
                            local.atOffset(offset(time.group(3))).toInstant().toString());
                default -> Optional.empty();
            };
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(@Nullable String written) {
        return written == null ? ZoneOffset.UTC : ZoneOffset.of(written.toUpperCase(Locale.ROOT));
    }
}
