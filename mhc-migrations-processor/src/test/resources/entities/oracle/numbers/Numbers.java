package numbers;

import jakarta.persistence.*;
import java.util.*;
import java.math.*;

@Entity
class Numbers {
    @Id
    Short id;

    byte b;
    Byte bb;
    short s;
    int i;
    Integer ii;
    long l;
    float f;
    Float ff;
    double d;
    Double dd;
    boolean bool;
    Boolean boolObject;
    char c;
    Character cc;
    BigDecimal decimal;
    BigInteger integer;

    @Column(precision = 10)
    BigDecimal precise;

    @Column(precision = 12, scale = 3)
    BigDecimal scaled;

    @Column(scale = 4)
    BigDecimal scaleOnly;

    @Column(precision = 9)
    BigInteger bigPrecise;

    @Column(precision = 5)
    double preciseDouble;

    @Column(precision = 15)
    Double largeDouble;

    @Column(precision = 8)
    Float preciseFloat;

    @Column(length = 3)
    char longChar;
}
