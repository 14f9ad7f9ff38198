package mapped_superclasses;

import jakarta.persistence.*;
import java.util.*;

@MappedSuperclass
abstract class Identified<K extends java.io.Serializable> {
    @Id
    K id;

    @Version
    Long version;
}

@MappedSuperclass
abstract class Owned<K extends java.io.Serializable, O> extends Identified<K> {
    @ManyToOne(optional = false)
    O owner;

    @Column(length = 50)
    String label;
}

class NotMapped extends Object {
    String ignored;
}

@Entity
class Holder extends Identified<UUID> {
    String name;
}

@Entity
@AttributeOverride(name = "label", column = @Column(name = "title", length = 80, nullable = false))
@AttributeOverride(name = "id", column = @Column(name = "thing_id"))
@AssociationOverride(name = "owner", joinColumns = @JoinColumn(name = "holder_ref"))
class OwnedThing extends Owned<Long, Holder> {}

@Entity
class OtherThing extends Owned<String, OwnedThing> {}

@MappedSuperclass
class Between extends OtherThing {
    Integer between;
}
