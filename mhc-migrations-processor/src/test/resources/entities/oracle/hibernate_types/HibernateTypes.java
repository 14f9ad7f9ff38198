package hibernate_types;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.type.SqlTypes;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;

enum Level {
    LOW,
    HIGH
}

@Entity
class Typed {
    @Id
    Long id;

    @Nationalized
    String national;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> json;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    UUID uuidText;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 36)
    UUID uuidChar;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    String longText;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String long32Text;

    @JdbcTypeCode(SqlTypes.INTEGER)
    boolean numericFlag;

    @JdbcTypeCode(SqlTypes.TINYINT)
    int tiny;

    @JdbcTypeCode(SqlTypes.BIGINT)
    int wide;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    byte[] bytes_;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    java.time.Instant instant;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Level level;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Level small;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    @Column(precision = 10, scale = 3)
    double exact;
}
