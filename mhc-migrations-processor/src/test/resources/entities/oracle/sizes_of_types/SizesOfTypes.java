package sizes_of_types;

import jakarta.persistence.*;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity class D { @Id Long id; @ElementCollection @MapKeyJdbcTypeCode(SqlTypes.VARCHAR) Map<UUID, String> texts; @ElementCollection @Column(length = 40) Set<Locale> locales; Duration a; @Column(scale = 3) Duration b; @Column(precision = 12) Duration c; @Column(precision = 12, scale = 2) Duration d; @Column(precision = 5) int i; @Column(precision = 5, scale = 2) long l; @Column(length = 100) ZoneId z; @Column(length = 2) Locale loc; @Column(length = 10) Currency cur; @Column(length = 100) ZoneOffset zo; @Column(length = 99) TimeZone tz; @Column(length = 88) Class<?> k; @Column(length = 77) java.net.URL u; @Column(length = 30) byte[] by; @Column(precision = 3) Instant ip; @Column(scale = 3) LocalDateTime ls; @Column(length = 20) char c20; @Column(length = 40) UUID uu; @Column(precision = 30, scale = 4) BigInteger bi; @Column(precision = 15) Double dd;  @Column(length = 33) boolean bb; @Column(precision = 4) Year y; java.net.InetAddress ia; }
