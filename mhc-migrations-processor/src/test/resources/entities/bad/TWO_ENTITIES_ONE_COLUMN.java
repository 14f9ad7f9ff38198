package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "orders")
class Order {
    @Id Long id;
    Integer total; // ! shop.Order.total and shop.Purchase.sum both map column total of table orders, as integer and as bigint not null.
}

@Entity
@Table(name = "orders")
class Purchase {
    @Id Long id;
    @Column(name = "total", nullable = false) // ! shop.Purchase.sum and shop.Order.total both map column total of table orders, as bigint not null and as integer.
    Long sum;
}
