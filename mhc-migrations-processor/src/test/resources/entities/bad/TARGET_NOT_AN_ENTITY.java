package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;

    @ManyToOne
    String buyer; // ! shop.Order.buyer references java.lang.String, which is no entity.

    @ManyToOne(targetEntity = Item.class) // ! shop.Order.item references shop.Item, which is no entity.
    Object item;

    @OneToMany(mappedBy = "order")
    List<Item> items; // ! shop.Order.items references shop.Item, which is no entity.
}

class Item {}
