package versions_of_hibernate;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;

@Entity class V1 { @Id Long id; @Version Date v; }
@Entity class V2 { @Id Long id; @Version @Temporal(TemporalType.TIMESTAMP) Calendar v; }
@Entity class V3 { @Id Long id; @Version OffsetDateTime v; }
@Entity class V4 { @Id Long id; @Version ZonedDateTime v; }
@Entity class V5 { @Id Long id; @Version byte v; }
@Entity class V6 { @Id Long id; @Version byte[] v; }
@Entity class V7 { @Id Long id; @Version Byte v; }
