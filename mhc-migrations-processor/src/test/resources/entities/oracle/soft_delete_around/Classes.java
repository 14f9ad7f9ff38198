package soft_delete_around;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.SoftDelete;

@MappedSuperclass @SoftDelete class Ms { @Id Long id; @ElementCollection Set<String> ms; }
@Entity class A extends Ms { @ElementCollection Set<String> t; @ManyToMany Set<A> as; @OneToMany List<B> bs; @OneToMany(mappedBy = "a") Set<B> ibs; @ManyToOne @JoinTable(name = "a_to_b") B one; @OneToMany @JoinColumn(name = "jcc") Set<B> jc; }
@Entity @SoftDelete(columnName = "bdel") class B { @Id Long id; @ManyToOne A a; @ElementCollection Map<String, String> m; @ManyToMany Set<A> as; @ManyToMany @JoinTable(name = "b_c") Set<C> cs; @ElementCollection @SoftDelete(columnName = "own_gone") Set<String> own; }
@Entity class C { @Id Long id; @ManyToMany(mappedBy = "cs") Set<B> bs; @ManyToMany @JoinTable(name = "c_b2") Set<B> b2; @OneToMany Set<B> b3; }
