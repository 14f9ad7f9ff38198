package versions;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @Version
    int version;
}

@Entity
class B {
    @Id
    Long id;

    @Version
    java.time.Instant changed;
}

@Entity
class C {
    @Id
    Long id;

    @Version
    @Column(name = "opt_lock", nullable = false)
    Short v;
}

@Entity
class D {
    @Id
    Long id;

    @Version
    java.sql.Timestamp stamp;
}

@Entity
class E {
    @Id
    Long id;

    @Version
    java.time.LocalDateTime at;
}
