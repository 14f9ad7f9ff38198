package foreign_keys_left_out;

import jakarta.persistence.*;
import java.util.*;

@Entity class Parent { @Id Long id; @Column(unique = true) String code; }
@Entity class Child {
  @Id Long id;
  @ManyToOne @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_child_parent", foreignKeyDefinition = "FOREIGN KEY (parent_id) REFERENCES Parent(id) ON DELETE CASCADE")) Parent parent;
  @ManyToOne @JoinColumn(name = "second_id", foreignKey = @ForeignKey(name = "fk_child_second", foreignKeyDefinition = "foreign key (second_id) references Parent (id) on delete set null on update cascade")) Parent second;
}
