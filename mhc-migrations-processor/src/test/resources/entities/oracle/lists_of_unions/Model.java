package lists_of_unions;
import jakarta.persistence.*;
import java.util.*;
@Entity class Owner {
  @Id Long id;
  @OneToMany @JoinColumn(name = "owner_id") Set<Shape> shapes;
  @OneToMany @JoinColumn(name = "circles_owner") @OrderColumn List<Circle> circles;
  @OneToMany(mappedBy = "back") Set<Shape> backs;
  @ManyToMany List<Shape> many;
  @ManyToOne Shape favourite;
  @OneToOne Circle best;
}
@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) abstract class Shape {
  @Id @GeneratedValue Long id; @Version Integer version; @ManyToOne Owner back; @Column(unique = true) String code;
  @ElementCollection Set<String> tags; @ManyToMany Set<Owner> viewers; @ManyToOne Shape self;
}
@Entity @Table(name = "circles", indexes = @Index(columnList = "radius, code"), uniqueConstraints = @UniqueConstraint(columnNames = {"radius", "back_id"})) class Circle extends Shape { @Column(nullable = false) int radius; @ElementCollection @OrderColumn List<Integer> points; }
@Entity class Square extends Shape { @Lob String notes; @OneToMany(mappedBy = "square") List<Corner> corners; }
@Entity class Corner { @Id Long id; @ManyToOne(optional = false) Square square; @ManyToOne Shape shape; }
