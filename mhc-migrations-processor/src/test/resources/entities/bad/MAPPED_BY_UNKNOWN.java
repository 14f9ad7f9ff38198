package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;

    @OneToMany(mappedBy = "purchase") // ! shop.Order.items is mapped by purchase of shop.Item, which has no such attribute.
    List<Item> items;

    @OneToOne(mappedBy = "whole") // ! shop.Order.single is mapped by whole of shop.Item, which has no such attribute.
    Item single;
}

@Entity
class Item {
    @Id Long id;
    @ManyToOne Order order;
}
