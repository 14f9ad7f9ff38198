package embedded_ids;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class OrderLineId implements java.io.Serializable {
    @Column(name = "order_no")
    Long order;

    Integer line;
}

@Entity
class OrderLine {
    @EmbeddedId
    OrderLineId id;

    String article;
}

@Entity
class Delivery {
    @Id
    Long id;

    @ManyToOne
    OrderLine line;

    @ManyToOne(optional = false)
    @JoinColumn(name = "o", referencedColumnName = "order_no")
    @JoinColumn(name = "l", referencedColumnName = "line")
    OrderLine swapped;

    @ManyToMany
    Set<OrderLine> all;
}

@Embeddable
record PointId(int x, int y) {}

@Entity
class Point {
    @EmbeddedId
    @AttributeOverride(name = "x", column = @Column(name = "px"))
    PointId id;

    @ElementCollection
    Set<String> labels;
}

class MemberId implements java.io.Serializable {
    String club;
    long number;

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
@IdClass(MemberId.class)
class Member {
    @Id
    @Column(length = 40)
    String club;

    @Id
    @Column(name = "no")
    long number;

    @ManyToOne
    Member sponsor;
}

class EntryId implements java.io.Serializable {
    MemberId member;
    int year_;

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

/** An id class with an association. */
@Entity
@IdClass(EntryId.class)
class Entry {
    @Id
    @ManyToOne
    Member member;

    @Id
    int year_;

    String text;
}
