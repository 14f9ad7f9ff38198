package collections_of_keys;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Ref {
    @ManyToOne(optional = false)
    Thing thing;

    int amount;
}

@Entity
class Thing {
    @Id
    UUID id;
}

@Entity
class Basket {
    @Id
    Long id;

    @ElementCollection
    Set<Ref> refs;

    @ElementCollection
    List<Ref> refList;

    @ElementCollection
    @OrderColumn
    List<Ref> ordered;

    @ManyToMany
    Map<String, Thing> named;

    @ElementCollection
    @Column(nullable = false)
    Set<UUID> ids;

    @ElementCollection
    @Lob
    Set<String> lobs;
}
