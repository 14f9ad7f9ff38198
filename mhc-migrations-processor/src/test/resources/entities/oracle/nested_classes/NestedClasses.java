package nested_classes;

import jakarta.persistence.*;
import java.util.*;

class Outer {
    @Entity
    @Table(name = "inner_one")
    static class Inner {
        @Id
        Long id;

        State state;

        @Embeddable
        static class Deep {
            String deep;
        }

        Deep deep;
    }

    enum State {
        ON
    }

    @Entity
    static class Second {
        @Id
        Long id;

        @ManyToOne
        Inner inner;
    }
}
