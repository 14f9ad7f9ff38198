package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "orders")
class Order { // ! shop.Order and shop.Purchase both map table orders, with primary key id and number.
    @Id Long id;
}

@Entity
@Table(name = "orders")
class Purchase { // ! shop.Purchase and shop.Order both map table orders, with primary key number and id.
    @Id Long number;
}
