package overrides_of_elements;

import jakarta.persistence.*;
import java.util.*;

@MappedSuperclass
class Base {
    @Id
    Long id;

    @ElementCollection
    List<String> tags;

    @ElementCollection
    List<Pos> positions;
}

@Embeddable
class Pos {
    int x;
    int y;

    @Embedded
    Unit unit;
}

@Embeddable
class Unit {
    @Column(name = "unit_")
    String name;
}

@Entity
@AttributeOverride(name = "tags", column = @Column(name = "tag_", length = 9, nullable = false))
@AttributeOverride(name = "positions.x", column = @Column(name = "pos_x"))
@AttributeOverride(name = "positions.unit.name", column = @Column(name = "u"))
class Sub extends Base {
    @ElementCollection
    @AttributeOverride(name = "unit.name", column = @Column(name = "uu"))
    List<Pos> p2;
}
