package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = " ") // ! shop.Order has the blank name " ".
class Order {
    @Id Long id;

    @Column(name = "  ") // ! shop.Order.name has the blank name "  ".
    String name;
}
