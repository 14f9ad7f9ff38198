package types_of_all_kinds;

import jakarta.persistence.*;
import java.math.*;
import java.net.*;
import java.sql.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

enum Size { S, M, LARGE }

@Entity

class Types {
    @Id @UuidGenerator UUID id;
    @JdbcTypeCode(SqlTypes.JSON) Map<String, Object> json;
    @JdbcTypeCode(SqlTypes.JSON) List<String> jsonList;
    @JdbcTypeCode(SqlTypes.LONGVARCHAR) String text;
    @JdbcTypeCode(SqlTypes.CHAR) UUID charId;
    @JdbcTypeCode(SqlTypes.VARCHAR) UUID varId;
    @JdbcTypeCode(SqlTypes.INTEGER) Boolean flag;
    @JdbcTypeCode(SqlTypes.SMALLINT) Size size_;
    @JdbcTypeCode(SqlTypes.NUMERIC) Long num;
    @JdbcTypeCode(SqlTypes.TIMESTAMP) Instant at;
    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC) Instant atUtc;
    @JdbcTypeCode(SqlTypes.LONGVARBINARY) byte[] image;
    @JdbcTypeCode(SqlTypes.VARBINARY) @Column(length = 50) byte[] hash;
    @JdbcTypeCode(SqlTypes.TINYINT) int tiny;
    @JdbcTypeCode(SqlTypes.BIGINT) Duration dur;
    @JdbcTypeCode(SqlTypes.BINARY) UUID bin;
    @Enumerated @Column(length = 5) Size ord;
    @Enumerated(EnumType.STRING) @Column(length = 32, nullable = false) Size str;
    Size plain;
    Duration duration; URL url; Currency currency; Locale locale; TimeZone tz; ZoneId zone; Class<?> type; Year year; ZoneOffset offset_; InetAddress inet;
    Character ch; char prim; byte b; Byte bb; BigInteger big; @Column(precision = 30) BigInteger big2; @Column(precision = 12) BigDecimal dec; @Column(precision = 12) Double dbl; @Column(scale = 3) BigDecimal onlyScale;
    @Column(precision = 3) Float flt; @Column(precision = 3) LocalDateTime ldt; @Column(secondPrecision = 0) Instant secs; 
    char[] chars; Character[] chars2; byte[] bytes; Byte[] bytes2; String[] strings; int[] ints; List<Integer> intList; Set<String> stringSet; 
    @Lob char[] clob; @Lob byte[] blob; Blob sqlBlob; Clob sqlClob; @Lob String lob; @Lob @Column(length = 70000) String lob2; @Column(length = 70000) String longText; @Column(length = org.hibernate.Length.LONG32) String text32; @Column(length = 40000) byte[] longBytes; NClob nclob; @Nationalized String nat; @Nationalized @Lob String natLob;
    java.sql.Date sqlDate; Time time; Timestamp ts; java.util.Date utilDate; Calendar cal; OffsetTime ot; ZonedDateTime zdt; LocalTime lt;
    @Formula("1 + 1") int computed;
}
