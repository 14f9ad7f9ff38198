package discriminator_columns;

import jakarta.persistence.*;
import java.util.*;

@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
class Vehicle {
    @Id
    long id;
}

@Entity
@DiscriminatorValue("2")
class Car extends Vehicle {
    int doors;
}

@Entity
@DiscriminatorColumn(name = "payKind", length = 5)
@DiscriminatorValue("PAY")
class Payment {
    @Id
    long id;
}

@Entity
@DiscriminatorValue("CARD")
class CardPayment extends Payment {
    String holder;
}

@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("S")
class Shape {
    @Id
    long id;
}

@Entity
@DiscriminatorValue("C")
class Circle extends Shape {
    double radius;
}

@Entity
@DiscriminatorColumn(name = "K", columnDefinition = "varchar(12) not null")
abstract class Tool {
    @Id
    long id;
}

@Entity
class Hammer extends Tool {
    float weight;
}

/** Nobody extends it, so there is no discriminator unless it is asked for. */
@Entity
@Inheritance
class Lonely {
    @Id
    long id;
}

@Entity
@DiscriminatorColumn
class LonelyWithColumn {
    @Id
    long id;
}

@Entity
@DiscriminatorValue("x")
class LonelyWithValue {
    @Id
    long id;
}
