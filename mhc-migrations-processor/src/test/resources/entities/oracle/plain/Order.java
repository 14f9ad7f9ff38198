package plain;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;

@Entity
@Table(name = "orders", indexes = @Index(columnList = "placedAt"))
class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, unique = true, length = 40)
    String orderNumber;

    @Column(precision = 12, scale = 2)
    BigDecimal total;

    Instant placedAt;

    boolean paid;

    @ManyToOne
    Customer customer;
}

@Entity
class Customer {
    @Id
    Long id;

    String name;
}
