package names;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "\"Order\"")
class Order {
    @Id
    @Column(name = "`Key`")
    Long id;

    @Column(name = "\"select\"")
    String select;

    @Column(name = "\"With Blank\"")
    String blank;

    @ManyToOne
    UPPER_THING upper;
}

@Entity
class UPPER_THING {
    @Id
    Long ID;

    String XMLText;
    String aB;
    String userID2;

    @Column(name = "MixedCase")
    String mixed;
}

@Entity(name = "Renamed")
class HasEntityName {
    @Id
    Long id;

    @ManyToMany
    Set<Order> orders;
}

@Entity
class AnEntityWithAVeryLongNameThatIsStillBelowTheLimitOfSixty3 {
    @Id
    Long id;

    String anAttributeWithAVeryLongNameThatIsBelowTheLimitOfPostgreSQL;

    @ManyToOne
    AnEntityWithAVeryLongNameThatIsStillBelowTheLimitOfSixty3 other;

    @OneToOne
    AnEntityWithAVeryLongNameThatIsStillBelowTheLimitOfSixty3 one;
}
