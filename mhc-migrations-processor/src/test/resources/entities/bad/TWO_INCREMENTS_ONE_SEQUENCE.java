package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id
    @SequenceGenerator(name = "orders", sequenceName = "numbers")
    @GeneratedValue(generator = "orders") // ! shop.Order.id and shop.Purchase.id both use sequence numbers, with allocation size 50 and 10.
    Long id;
}

@Entity
class Purchase {
    @Id
    @SequenceGenerator(name = "purchases", sequenceName = "NUMBERS", allocationSize = 10)
    @GeneratedValue(generator = "purchases") // ! shop.Purchase.id and shop.Order.id both use sequence NUMBERS, with allocation size 10 and 50.
    Long id;
}
