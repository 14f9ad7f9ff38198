package ends_of_references;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity class Cabin {
    @Id Long id;
    @ManyToOne @JoinTable(name = "cabin_a", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Deck a;
    @ManyToOne @JoinTable(name = "cabin_b", inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Deck b;
    @OneToOne @JoinTable(name = "cabin_c", joinColumns = @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))) Deck c;
    @OneToMany @JoinTable(name = "cabin_d", inverseForeignKey = @ForeignKey(name = "fk_d", foreignKeyDefinition = "foreign key (d_id) references Deck (id) on delete cascade")) Set<Deck> d;
    @ElementCollection @CollectionTable(name = "cabin_e") @OnDelete(action = OnDeleteAction.CASCADE) Map<Berth, String> e;
}

@Entity class Deck {
    @Id Long id;
}

@Embeddable record Berth(int number, @ManyToOne @JoinColumn(name = "deck") Deck deck) {}

@Entity @IdClass(Port.Key.class) class Port {
    @Id Integer country;
    @Id Integer code;

    record Key(Integer country, Integer code) {}
}

@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) class Vessel {
    @Id Long id;
    @OneToOne @JoinColumn(name = "home_country", referencedColumnName = "country") @JoinColumn(name = "home_code", referencedColumnName = "code") Port home;
    @OneToOne Deck top;
}

@Entity class Ferry extends Vessel {
    @OneToOne Port other;
}
