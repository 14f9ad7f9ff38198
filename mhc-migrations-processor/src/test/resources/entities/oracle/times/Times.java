package times;

import jakarta.persistence.*;
import java.util.*;
import java.time.*;

@Entity
class Times {
    @Id
    Long id;

    Date date;

    @Temporal(TemporalType.DATE)
    Date day;

    @Temporal(TemporalType.TIME)
    Date hour;

    @Temporal(TemporalType.TIMESTAMP)
    Date moment;

    Calendar calendar;

    @Temporal(TemporalType.DATE)
    Calendar calendarDay;

    java.sql.Date sqlDate;
    java.sql.Time sqlTime;
    java.sql.Timestamp sqlTimestamp;
    LocalDate localDate;
    LocalTime clockTime;
    LocalDateTime localDateTime;
    Instant instant;
    OffsetDateTime offsetDateTime;
    OffsetTime offsetTime;
    ZonedDateTime zonedDateTime;
    ZoneOffset zoneOffset;
    ZoneId zoneId;
    Duration duration;
    Year year_;
    TimeZone timeZone;

    @Column(precision = 3)
    Instant millis;

    @Column(secondPrecision = 0)
    LocalDateTime seconds;

    @Column(secondPrecision = 3)
    LocalTime timeMillis;

    @Column(precision = 0)
    OffsetDateTime zero;

    @Column(secondPrecision = 9)
    Instant nanos;
}
