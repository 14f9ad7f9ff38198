package keys_of_records;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Entity
class Account {
    @Id Long id;
    @OneToOne(mappedBy = "account")
    Profile profile;
    @OneToOne
    @PrimaryKeyJoinColumn
    Settings settings;
}

@Entity
class Profile {
    @Id Long id;
    @OneToOne
    @MapsId
    @JoinColumn(name = "account_id")
    Account account;
}

@Entity
class Settings { @Id Long id; String theme; }

@Entity
class Badge {
    @Id
    @OneToOne
    Account account;
    String name;
}

@Entity
class BadgeScan {
    @Id
    @ManyToOne
    @JoinColumn(name = "badge")
    Badge badge;
    @ManyToOne
    Badge other;
}

record OrderLineId(Long order, int line) implements Serializable {}

@Entity
@Table(name = "orders")
class PurchaseOrder { @Id Long id; @Column(unique = true, length = 20) String number_; }

@Entity
@IdClass(OrderLineId.class)
class OrderLine {
    @Id @ManyToOne @JoinColumn(name = "order_id") PurchaseOrder order;
    @Id int line;
    @ManyToOne @JoinColumn(name = "order_number", referencedColumnName = "number_") PurchaseOrder byNumber;
}

@Entity
class Delivery {
    @Id Long id;
    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "o", referencedColumnName = "order_id"),
        @JoinColumn(name = "l", referencedColumnName = "line")
    })
    OrderLine orderLine;
    @ManyToOne
    OrderLine plain;
    @ManyToMany
    Set<OrderLine> many;
    @OneToMany
    @JoinColumns({
        @JoinColumn(name = "deliv", referencedColumnName = "id")
    })
    Set<OrderLine> mine;
}

@Embeddable
record SeatId(String row_, int num) implements Serializable {}

@Entity
class Seat {
    @EmbeddedId SeatId id;
    @ElementCollection Set<String> tags;
}

@Embeddable
class BookingId implements Serializable {
    SeatId seat;
    Long show_;
    public boolean equals(Object o) { return false; }
    public int hashCode() { return 1; }
}

@Entity
class Booking {
    @EmbeddedId BookingId id;
    @MapsId("seat") @ManyToOne Seat seat;
    @OneToOne @JoinTable(name = "booking_delivery", joinColumns = {@JoinColumn(name = "b_row", referencedColumnName = "seat_row_"), @JoinColumn(name = "b_num", referencedColumnName = "seat_num"), @JoinColumn(name = "b_show", referencedColumnName = "show_")}, inverseJoinColumns = @JoinColumn(name = "deliv"))
    Delivery delivery;
}

@Embeddable class Inner implements Serializable { String z; String a; public boolean equals(Object o) { return false; } public int hashCode() { return 1; } }
@Embeddable class Outer implements Serializable { Inner inner; int b; public boolean equals(Object o) { return false; } public int hashCode() { return 1; } }
@Entity class Deep { @EmbeddedId Outer id; }
@Embeddable record InnerR(String z, String a) implements Serializable {}
@Embeddable record OuterR(String zz, InnerR inner, int b) implements Serializable {}
@Entity class DeepR { @EmbeddedId OuterR id; @ManyToOne Deep deep; }
@Entity class DeepRef { @Id @ManyToOne DeepR deep; @Id int pos; @ElementCollection Set<InnerR> inners; @ElementCollection Map<InnerR, String> byInner; }
@Entity class DeepSets { @Id Long id; @ElementCollection @AttributeOverride(name = "z", column = @Column(nullable = false)) @AttributeOverride(name = "a", column = @Column(nullable = false)) Set<Inner> inners; @ElementCollection Map<Inner, String> byInner; @ManyToMany Set<Deep> deeps; }
