package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;

    @ManyToOne
    @Column(name = "parent") // ! shop.Order.parent is an association, and @Column does not apply to it. Use @JoinColumn.
    Order parent;
}
