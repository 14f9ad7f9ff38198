package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity // ! shop.Shape is a record and cannot be an entity.
record Shape(@Id Long id) {}

@Entity // ! shop.Kind is an enum and cannot be an entity.
enum Kind {
    ONE
}
