package hibernate_columns;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.UpdateTimestamp;

@Entity
@Check(constraints = "price > 0")
@DynamicUpdate
class Product {
    @Id
    Long id;

    @NaturalId
    String code;

    @ColumnDefault("5")
    int rating;

    @ColumnDefault("'new'")
    @Column(length = 10, nullable = false)
    String state;

    int price;

    @Formula("price * 2")
    int twice;

    @CreationTimestamp
    java.time.Instant created;

    @UpdateTimestamp
    java.time.LocalDateTime updated;

    @Generated
    @ColumnDefault("7")
    Integer generated;

    @GeneratedColumn("price + 1")
    Integer computed;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Product parent;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Product maybe;

    @OneToMany(mappedBy = "parent")
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<Product> parts;

    @ElementCollection
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<String> tags;
}

@Entity
class Compound {
    @Id
    Long id;

    @NaturalId
    String country;

    @NaturalId(mutable = true)
    Integer number;

    @NaturalId
    @ManyToOne
    Product product;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Top {
    @Id
    Long id;
}

@Entity
@OnDelete(action = OnDeleteAction.CASCADE)
class Sub extends Top {}

@Entity
@Table(name = "checked", check = @CheckConstraint(name = "ck_range", constraint = "low < high"))
@Check(name = "ck_named", constraints = "low >= 0 and high is not null")
class Checked {
    @Id
    Long id;

    int low;

    @Column(check = @CheckConstraint(name = "ck_high", constraint = "high <> 13"))
    Integer high;

    @Check(constraints = "length(word) > 2 or word is null")
    String word;

    @Enumerated(EnumType.STRING)
    State state;

    enum State {
        NEW,
        OLD
    }
}
