package basic_options;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(
        name = "options",
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"a", "b"}),
            @UniqueConstraint(name = "uk_c", columnNames = "c")
        },
        indexes = {
            @Index(columnList = "a"),
            @Index(name = "ix_bc", columnList = "b desc, c"),
            @Index(name = "ux_d", columnList = "d", unique = true)
        })
class Options {
    @Id
    Long id;

    @Basic(optional = false)
    String a;

    @Column(nullable = false, insertable = false, updatable = false)
    String b;

    String c;

    @Column(unique = true)
    Integer d;

    @Basic(optional = false)
    @Column(name = "ee", nullable = true)
    String e;

    @Basic(fetch = FetchType.LAZY)
    String f;

    @Column(unique = true, nullable = false)
    int g;
}
