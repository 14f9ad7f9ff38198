package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(
        indexes = {
            @Index(columnList = "id"),
            @Index(columnList = "nam DESC") // ! An index of shop.Order names column nam, which table Order does not have. Name one of its columns: id, name.
        },
        uniqueConstraints = @UniqueConstraint(columnNames = {
            "name",
            "size" // ! A unique constraint of shop.Order names column size, which table Order does not have.
        }))
class Order {
    @Id Long id;
    String name;
}
