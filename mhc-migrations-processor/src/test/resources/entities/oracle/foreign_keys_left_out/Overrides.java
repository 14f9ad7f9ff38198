package foreign_keys_left_out;

import jakarta.persistence.*;
import java.util.*;

@Entity class Over { @Id Long id; }
@Embeddable class E { @ManyToOne Over t; @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Over u; @ManyToOne Over v; @OneToOne Over w; }
@MappedSuperclass class M { @ManyToOne Over mt; @ManyToMany Set<Over> many; @OneToMany @JoinColumn(name = "m_id") Set<Over> one; }
@Entity
@AssociationOverride(name = "mt", joinColumns = @JoinColumn(name = "mt_over"), foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
@AssociationOverride(name = "many", joinTable = @JoinTable(name = "a_many", joinColumns = @JoinColumn(name = "aid")))
class A extends M {
  @Id Long id;
  @Embedded
  @AssociationOverride(name = "t", joinColumns = @JoinColumn(name = "t_over", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
  @AssociationOverride(name = "u", joinColumns = @JoinColumn(name = "u_over"))
  @AssociationOverride(name = "v", joinColumns = @JoinColumn(name = "v_over", nullable = false))
  E e;
}
