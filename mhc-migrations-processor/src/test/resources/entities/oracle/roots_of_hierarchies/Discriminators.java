package roots_of_hierarchies;

import jakarta.persistence.*;
import java.util.*;

@Entity @Inheritance(strategy = InheritanceType.JOINED) @DiscriminatorColumn(name = "TYPE_", discriminatorType = DiscriminatorType.INTEGER, columnDefinition = "smallint default 1") class A { @Id @GeneratedValue Integer id; }
@Entity @DiscriminatorValue("2") @PrimaryKeyJoinColumn(name = "bid", foreignKey = @ForeignKey(name = "fkb")) class B extends A { @ManyToOne A a; @OneToMany(mappedBy = "b") @OrderColumn List<Cc> cs; @ElementCollection Set<Em> ems; }
@Embeddable class Em { @Column(nullable = false) String s; @ManyToOne(optional = false) @JoinColumn(name = "em_b") B b; }
@Entity @DiscriminatorValue("3") @Table(name = "ccc", indexes = @Index(columnList = "b_bid")) class Cc extends B { @ManyToOne B b; @ManyToMany(mappedBy = "cs") Set<D> ds; }
@Entity class D { @Id Long id; @ManyToMany Set<Cc> cs; @ManyToMany @JoinTable(joinColumns = @JoinColumn(name = "dd"), inverseJoinColumns = @JoinColumn(name = "bb", referencedColumnName = "bid")) Set<B> bs; @ManyToOne @JoinColumn(name = "b_ref", referencedColumnName = "bid") B bref; }
