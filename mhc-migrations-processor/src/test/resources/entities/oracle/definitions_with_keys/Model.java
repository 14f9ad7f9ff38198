package definitions_with_keys;

import jakarta.persistence.*;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
@Table(name = "Defs", uniqueConstraints = {@UniqueConstraint(name = "uk_mail", columnNames = "mail"), @UniqueConstraint(name = "uk_ab", columnNames = {"b", "a"})},
  indexes = {@jakarta.persistence.Index(columnList = "a"), @jakarta.persistence.Index(name = "ix_b", columnList = "b desc,a ASC"), @jakarta.persistence.Index(name = "ux_c", columnList = "c", unique = true)})
class Defs {
    @Id @Column(columnDefinition = "bigint") Long id;
    @Column(unique = true, length = 120) String mail;
    @Column(columnDefinition = "varchar(10) not null default 'x'") String a;
    @Column(columnDefinition = "numeric(19, 2) default 0") BigDecimal b;
    @Column(columnDefinition = "VARCHAR(3)", nullable = false) String c;
    @Column(columnDefinition = "integer default 0 not null") int d;
    @Column(columnDefinition = "boolean default true") Boolean e;
    @Column(columnDefinition = "boolean default false", nullable = false) boolean f;
    @Column(columnDefinition = "timestamp default current_timestamp") LocalDateTime g;
    @Column(columnDefinition = "TEXT") String h;
    @Column(columnDefinition = "double precision") Double i;
    @Column(columnDefinition = "decimal(5,2)") BigDecimal j;
    @Column(columnDefinition = "char(2)") String k;
    @Column(columnDefinition = "smallint") short l;
    @Column(columnDefinition = "real") float m;
    @Column(columnDefinition = "date default '2020-01-01'") LocalDate n;
    @Column(columnDefinition = "varchar(20) default 'a b,c'") String o;
    @Column(columnDefinition = "varchar(20) unique") String p;
    @Column(columnDefinition = "int") Integer q;
    @Column(columnDefinition = "varchar(255) default ''") String r;
    @Column(columnDefinition = "varchar(255) null") String s;
    @Column(columnDefinition = "character varying(40)") String t;
    @Column(columnDefinition = "bigint default -1") Long u;
    @ColumnDefault("'NEW'") @Column(length = 3) String v;
    @ColumnDefault("0.5") double w;
    @Column(columnDefinition = "NUMERIC(10)") BigDecimal z;
}
