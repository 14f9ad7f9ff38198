package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;
    String name;

    @Lob // ! shop.Order.total is a large object of type java.lang.Integer.
    Integer total;

    @Lob // ! shop.Order.at is a large object of type java.time.LocalDate.
    java.time.LocalDate at;
}
