package zones_of_elements;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity class T { @Id Long id; @ElementCollection @TimeZoneStorage(TimeZoneStorageType.COLUMN) List<OffsetDateTime> l; @ElementCollection @TimeZoneStorage(TimeZoneStorageType.AUTO) List<ZonedDateTime> m;  @ElementCollection @TimeZoneStorage(TimeZoneStorageType.NATIVE) List<ZonedDateTime> n; @ElementCollection @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) List<OffsetTime> o; @ElementCollection Map<OffsetDateTime, OffsetTime> p; @TimeZoneStorage(TimeZoneStorageType.AUTO) OffsetTime q; @TimeZoneStorage OffsetDateTime r; @TimeZoneStorage(TimeZoneStorageType.AUTO) Instant inst; }
