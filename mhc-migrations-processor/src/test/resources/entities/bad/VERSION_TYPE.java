package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;

    @Version // ! shop.Order.version is a version of type java.lang.String.
    String version;
}
