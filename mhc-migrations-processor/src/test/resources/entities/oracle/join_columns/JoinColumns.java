package join_columns;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Target implements java.io.Serializable {
    @Id
    Long id;

    @Column(unique = true, length = 20)
    String code;

    @Column(nullable = false)
    int left_;

    @Column(nullable = false)
    int right_;
}

@Entity
class Source {
    @Id
    Long id;

    @ManyToOne
    Target plain;

    @ManyToOne(optional = false)
    Target required;

    @ManyToOne
    @JoinColumn(name = "named_ref", nullable = false)
    Target named;

    @ManyToOne
    @JoinColumn(unique = true)
    Target one;

    @ManyToOne
    @JoinColumn(name = "target_code", referencedColumnName = "code")
    Target byCode;

    @ManyToOne
    @JoinColumn(name = "l", referencedColumnName = "left_")
    @JoinColumn(name = "r", referencedColumnName = "right_")
    Target byBoth;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_free", value = ConstraintMode.NO_CONSTRAINT))
    Target free;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_named"))
    Target withName;

    @Column(name = "shared_id")
    Long sharedId;

    @ManyToOne
    @JoinColumn(name = "shared_id", insertable = false, updatable = false)
    Target shared;

    @ManyToOne
    Source self;
}
