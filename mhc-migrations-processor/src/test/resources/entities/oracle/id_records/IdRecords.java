package id_records;

import jakarta.persistence.*;
import java.util.*;

record VoteId(long poll, String voter) {}

@Entity
@IdClass(VoteId.class)
class Vote {
    @Id
    long poll;

    @Id
    String voter;

    boolean yes;
}

@Embeddable
record Money(@Column(precision = 19, scale = 4) java.math.BigDecimal amount, @Column(length = 3) String currency) {}

@Entity
class Invoice {
    @Id
    UUID id;

    Money total;

    @AttributeOverride(name = "amount", column = @Column(name = "tax_amount", precision = 10, scale = 2))
    @AttributeOverride(name = "currency", column = @Column(name = "tax_currency", length = 3, nullable = false))
    Money tax;
}
