package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;

    @Enumerated(EnumType.STRING) // ! shop.Order.state has type java.lang.String, which is no enum. Remove @Enumerated.
    String state;
}
