package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Order {
    @Id Long id;
    Part part;
}

@Embeddable
class Part {
    Integer size;
    Detail detail;
}

@Embeddable
class Detail {
    Part part; // ! shop.Order.part.detail.part embeds shop.Part, which is what it is embedded in.
}
