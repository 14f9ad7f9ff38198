package foreign_keys_left_out;
import jakarta.persistence.*;
import java.util.*;
@Entity @IdClass(K.class) class Two { @Id int a; @Id int b; }
class K implements java.io.Serializable { int a; int b; public boolean equals(Object o) { return true; } public int hashCode() { return 0; } }
@Entity class One {
  @Id Long id;
  @ManyToOne @JoinColumns(value = {@JoinColumn(name = "t1a", referencedColumnName = "a"), @JoinColumn(name = "t1b", referencedColumnName = "b")}, foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Two t1;
  @ManyToOne @JoinColumns(value = {@JoinColumn(name = "t2a", referencedColumnName = "a", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)), @JoinColumn(name = "t2b", referencedColumnName = "b")}) Two t2;
  @ManyToOne @JoinColumn(name = "t3a", referencedColumnName = "a", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) @JoinColumn(name = "t3b", referencedColumnName = "b", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Two t3;
  @ManyToMany @JoinTable(name = "m1", joinColumns = @JoinColumn(name = "o", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))) Set<Two> m1;
  @ManyToMany @JoinTable(name = "m2", inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Set<Two> m2;
  @ManyToMany @JoinTable(name = "m3", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Set<Two> m3;
  @ManyToMany @JoinTable(name = "m4", inverseJoinColumns = {@JoinColumn(name = "x", referencedColumnName = "a", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)), @JoinColumn(name = "y", referencedColumnName = "b")}) Set<Two> m4;
  @ElementCollection @CollectionTable(name = "c1", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Set<String> c1;
  @ElementCollection @CollectionTable(name = "c2", joinColumns = @JoinColumn(name = "q", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))) Set<String> c2;
  @ElementCollection @CollectionTable(name = "c3") @MapKeyJoinColumn(name = "mk", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Map<Three, String> c3;
  @OneToMany @JoinColumn(name = "one_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) List<Three> threes;
  @OneToMany @JoinColumns(value = @JoinColumn(name = "one2_id"), foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) List<Three> threes2;
}
@Entity class Three { @Id Long id; }
@Entity @Inheritance(strategy = InheritanceType.JOINED) class J { @Id Long id; }
@Entity @PrimaryKeyJoinColumns(value = @PrimaryKeyJoinColumn(name = "j1"), foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) class J1 extends J {}
@Entity @PrimaryKeyJoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) class J2 extends J {}
