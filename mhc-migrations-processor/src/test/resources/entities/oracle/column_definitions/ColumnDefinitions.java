package column_definitions;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Defined {
    @Id
    @Column(columnDefinition = "bigint")
    Long id;

    @Column(columnDefinition = "text")
    String text;

    @Column(columnDefinition = "varchar(20) not null")
    String needed;

    @Column(columnDefinition = "varchar(20) default 'x'", nullable = false)
    String withDefault;

    @Column(columnDefinition = "integer default 5")
    Integer number;

    @Column(columnDefinition = "numeric(7, 3)")
    java.math.BigDecimal decimal;

    @Column(columnDefinition = "timestamp default current_timestamp")
    java.time.LocalDateTime made;

    @Column(columnDefinition = "boolean default false not null")
    boolean flag;

    @ManyToOne
    @JoinColumn(columnDefinition = "bigint not null")
    Defined other;

    @Column(options = "default 3")
    Integer options;

    @Column(comment = "what it is")
    String commented;
}
