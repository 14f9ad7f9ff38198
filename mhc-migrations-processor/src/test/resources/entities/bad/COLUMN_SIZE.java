package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;

    @Column(length = 0) // ! shop.Order.name has a length of 0.
    String name;

    @Column(precision = -1) // ! shop.Order.low has a precision of -1.
    java.math.BigDecimal low;

    @Column(precision = 4, scale = 5) // ! shop.Order.total has a scale of 5 and a precision of 4.
    java.math.BigDecimal total;
}
