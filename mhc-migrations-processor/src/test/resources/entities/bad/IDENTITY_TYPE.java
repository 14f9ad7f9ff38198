package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY) // ! shop.Order.id has type java.lang.String, for which a database makes no numbers.
    String id;
}
