package table_per_class;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Account {
    @Id
    Long id;

    @Column(nullable = false, unique = true)
    String number;

    @ManyToOne(optional = false)
    Bank bank;
}

@Entity
class Savings extends Account {
    @Column(nullable = false)
    String rate;
}

@Entity
class Giro extends Account {
    String limit_;
}

@Entity
class Bank {
    @Id
    Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Ticket {
    @Id
    Long id;

    String title;
}

@Entity
@Table(name = "bug_ticket")
class Bug extends Ticket {
    int severity;
}
