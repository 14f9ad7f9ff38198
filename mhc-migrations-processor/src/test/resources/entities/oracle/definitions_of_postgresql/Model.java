package definitions_of_postgresql;

import jakarta.persistence.*;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Defs {
    @Id @Column(columnDefinition = "uuid") UUID id;
    @Column(columnDefinition = "timestamptz") Instant a;
    @Column(columnDefinition = "jsonb") String b;
    @Column(columnDefinition = "timestamp with time zone") OffsetDateTime d;
    @Column(columnDefinition = "TIMESTAMP WITHOUT TIME ZONE") LocalDateTime e;
    @Column(columnDefinition = "timestamp(3)") Instant f;
    @Column(columnDefinition = "bytea") byte[] g;
    @Column(columnDefinition = "int8") Long h;
    @Column(columnDefinition = "int4 not null") Integer i;
    @Column(columnDefinition = "bool") Boolean j;
    @Column(columnDefinition = "float8") Double k;
    @Column(columnDefinition = "time") LocalTime l;
    @Column(columnDefinition = "json") String m;
    @Column(columnDefinition = "bpchar(4)") String o;
    @Column(columnDefinition = "character(4)") String p;
    @Column(columnDefinition = "INT2") Short q;
}
