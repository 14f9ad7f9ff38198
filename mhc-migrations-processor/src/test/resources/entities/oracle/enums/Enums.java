package enums;

import jakarta.persistence.*;
import java.util.*;

enum Status {
    OPEN,
    CLOSED
}

enum Coded {
    A("a1"),
    B("b1");

    @EnumeratedValue
    final String code;

    Coded(String code) {
        this.code = code;
    }
}

enum Numbered {
    ONE(1),
    TWO(2);

    @EnumeratedValue
    final int number;

    Numbered(int number) {
        this.number = number;
    }
}

enum Body {
    X {
        @Override
        int f() {
            return 1;
        }
    };

    abstract int f();
}

@Entity
class Task {
    @Id
    Long id;

    Status plain;

    @Enumerated
    Status ordinal;

    @Enumerated(EnumType.STRING)
    Status named;

    @Enumerated(EnumType.STRING)
    @Column(length = 12, nullable = false)
    Status shortName;

    @Enumerated(EnumType.STRING)
    Coded coded;

    @Enumerated(EnumType.STRING)
    @Column(length = 7)
    Coded shortCoded;

    Numbered numbered;

    @Enumerated(EnumType.STRING)
    Body body;

    @Column(columnDefinition = "varchar(9) default 'OPEN'")
    @Enumerated(EnumType.STRING)
    Status defined;
}
