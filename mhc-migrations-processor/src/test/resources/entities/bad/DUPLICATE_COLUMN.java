package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;
    String name;

    @Column(name = "NAME") // ! shop.Order.title maps column NAME of table Order, which shop.Order.name maps already.
    String title;

    Part first;
    Part second;
}

@Embeddable
class Part {
    Integer size; // ! shop.Order.second.size maps column size of table Order, which shop.Order.first.size maps already.
}
