package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity // ! shop.Order has no identifier. Put @Id on the attribute that is its primary key.
class Order {
    String name;
}
