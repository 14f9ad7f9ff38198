package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;
    String code;

    @ManyToOne
    @JoinColumn(referencedColumnName = "number") // ! shop.Order.parent references column number of shop.Order, which has no such column. Name one of its columns: id, code.
    Order parent;
}
