package roots_of_hierarchies;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) class Root { @Id Long id; @NaturalId String nat; @NaturalId int nat2; }
@Entity class Leaf extends Root { @NotFound(action = NotFoundAction.IGNORE) @ManyToOne Root r; }
@Entity class Leaf2 extends Leaf { String z; }
