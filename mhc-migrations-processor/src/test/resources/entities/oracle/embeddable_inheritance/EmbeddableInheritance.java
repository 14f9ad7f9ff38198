package embeddable_inheritance;

import jakarta.persistence.*;

@Embeddable
@DiscriminatorColumn(name = "kind")
class Shape {
    String colour;
}

@Embeddable
class Circle extends Shape {
    int radius;
}

@Entity
class Drawing {
    @Id
    Long id;

    @Embedded
    Shape shape;
}
