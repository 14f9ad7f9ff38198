package single_with_shared_columns;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance
@DiscriminatorColumn(name = "kind", length = 10)
abstract class Payment {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pay") @SequenceGenerator(name = "pay", sequenceName = "pay_seq", allocationSize = 1) Long id;
    @Column(nullable = false) String currency;
}

@Entity
@DiscriminatorValue("card")
class Card extends Payment {
    @Column(name = "number_", length = 20) String number;
    @ManyToOne @JoinColumn(name = "bank_id") Bank bank;
    boolean verified;
    @ElementCollection Set<String> tokens;
}

@Entity
@DiscriminatorValue("transfer")
class Transfer extends Payment {
    @Column(name = "number_", length = 20) String account;
    @ManyToOne @JoinColumn(name = "bank_id") Bank bank;
    @OneToMany(mappedBy = "transfer") List<Step> steps;
    @Column(nullable = false, unique = true) String ref;
}

@Entity
class InstantTransfer extends Transfer {
    @ManyToOne(optional = false) Bank clearing;
    @Embedded Limit limit_;
}

@Embeddable class Limit { int daily; @Column(nullable = false) Integer monthly; }
@Entity class Step { @Id Long id; @ManyToOne Transfer transfer; @ManyToOne Payment any; }
@Entity class Bank { @Id Long id; @OneToMany(mappedBy = "bank") Set<Card> cards; @OneToMany @JoinColumn(name = "house_bank") Set<InstantTransfer> house; }
