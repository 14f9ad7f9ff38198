package table_options;

import jakarta.persistence.*;
import java.math.*;
import java.time.*;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;

@Table(name = "tricky", comment = "c", options = "", check = {@CheckConstraint(constraint = "x > 0"), @CheckConstraint(name = "xx", constraint = "y is not null or x < 10")})
@Entity @org.hibernate.annotations.DynamicInsert @OptimisticLocking(type = OptimisticLockType.DIRTY) class Tr { @Id Long id; @Column(name = "x", comment = "hi", nullable = false, unique = true) int x; @Column(columnDefinition = "varchar(20) default 'it''s' not null") String y; @Column(options = "default 5") Integer z; @Column(columnDefinition = "TEXT") String t; @Column(columnDefinition = "numeric(5,1)") BigDecimal n; @Column(columnDefinition = "timestamp with time zone default current_timestamp") Instant ts; @ColumnDefault("current_timestamp") @Column(nullable = false) LocalDateTime ld; @ColumnDefault("true") boolean flag; @ColumnDefault("'a'") char c; @ColumnDefault("1.50") BigDecimal dec; @ColumnDefault("-1") long neg; @ColumnDefault("'2020-01-01'") LocalDate da; @ColumnDefault("0") double dbl; @Column(columnDefinition = "char(2)") String c2; @Column(columnDefinition = "double precision") double dp; @Column(columnDefinition = "boolean default false") boolean bo; }
