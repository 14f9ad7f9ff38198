package arrays_of_rows;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Bag;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SortNatural;

@Entity class O { @Id Long id; @OneToMany @JoinColumn(name = "o_id", nullable = false) @OrderColumn(name = "idx") @ListIndexBase(1) List<I> items; @OneToMany(mappedBy = "o2") @OrderColumn(nullable = false) List<I> items2; @Bag @OneToMany @JoinTable(name = "o_bag") List<I> bag; @ElementCollection @SortNatural SortedSet<String> ss; @ElementCollection @OrderBy Set<String> os; @OneToMany @OrderColumn @JoinTable(name = "o_list") List<I> list; @ElementCollection @OrderColumn String[] arr; @ElementCollection @OrderColumn int[] prim; @ElementCollection(fetch = FetchType.EAGER) Collection<Em> ems; @ManyToMany @CollectionId(column = @Column(name = "cid"), generator = "increment") @JoinTable(name = "o_idbag") @CollectionIdJavaType(org.hibernate.type.descriptor.java.LongJavaType.class) List<I> idbag; @OneToMany @JoinTable(name = "o_arri") I[] arrI; @OneToMany(mappedBy = "o3") I[] arrM; @ManyToMany @JoinTable(name = "o_del") @OnDelete(action = OnDeleteAction.CASCADE) Set<I> del; @ElementCollection @Column(unique = true, nullable = false, length = 11) Set<String> uni; @ElementCollection @CollectionTable(uniqueConstraints = @UniqueConstraint(columnNames = {"o_id", "v"}), indexes = @Index(columnList = "v desc")) @Column(name = "v") List<Integer> v; }
@Entity class I { @Id Long id; @ManyToOne O o2; @ManyToOne O o3; }
@Embeddable class Em { @Column(unique = true) String u; int p; @ManyToOne I i; }
