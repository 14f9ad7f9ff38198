package on_delete;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity class A { @Id Long id; @ManyToMany @OnDelete(action = OnDeleteAction.CASCADE) Set<B> s;  @ManyToOne @JoinTable(name = "m2o") @OnDelete(action = OnDeleteAction.CASCADE) B b; @ElementCollection @OnDelete(action = OnDeleteAction.CASCADE) Map<B, String> m; @OneToMany @JoinColumn(name = "aid") @OnDelete(action = OnDeleteAction.CASCADE) Set<B> jc; @ElementCollection @OnDelete(action = OnDeleteAction.CASCADE) Set<Em> ems; @Embedded Em em; }
@Entity class B { @Id Long id; @OneToMany(mappedBy = "b") @OnDelete(action = OnDeleteAction.CASCADE) List<C> cs; }
@Entity class C { @Id Long id; @ManyToOne B b; }
@Embeddable class Em { @ManyToOne @OnDelete(action = OnDeleteAction.RESTRICT) B eb; @Column(nullable = false) int i; }
@Entity class D { @Id @OneToOne @OnDelete(action = OnDeleteAction.CASCADE) A a; }
@Entity class E { @Id Long id; @MapsId @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) D d; @OneToOne @OnDelete(action = OnDeleteAction.SET_DEFAULT) D x; @OneToOne(mappedBy = "e") @OnDelete(action = OnDeleteAction.CASCADE) F f; }
@Entity class F { @Id Long id; @OneToOne E e; }
