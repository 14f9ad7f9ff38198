package soft_delete_around.ofpackage;
import jakarta.persistence.*;
import java.util.*;
@Entity class Around { @Id Long id; @ElementCollection Set<String> s; @ManyToMany Set<Around> as; @OneToMany Set<Held> bs; }
@Entity @Inheritance(strategy = InheritanceType.JOINED) class Held { @Id Long id; }
@Entity class Kept extends Held { int x; }
