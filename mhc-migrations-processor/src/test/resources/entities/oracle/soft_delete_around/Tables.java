package soft_delete_around;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.SoftDelete;

@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) @SoftDelete class OfRoot { @Id Long id; @ElementCollection Set<String> s; }
@Entity class OfSub extends OfRoot { int x; @ManyToMany Set<OfSub> bs; }
