package time_zones;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.FractionalSeconds;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
class Zoned {
    @Id
    Long id;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    java.time.OffsetDateTime nativeTime;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    java.time.ZonedDateTime normalized;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    java.time.OffsetDateTime inColumn;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "zone_of")
    java.time.OffsetDateTime named;

    @FractionalSeconds(3)
    java.time.Instant millis;
}
