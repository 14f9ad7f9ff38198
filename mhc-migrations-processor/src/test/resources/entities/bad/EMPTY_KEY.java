package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(
        indexes = @Index(columnList = " "), // ! An index of shop.Order names no column.
        uniqueConstraints = @UniqueConstraint(columnNames = {})) // ! A unique constraint of shop.Order names no column.
class Order {
    @Id Long id;
}
