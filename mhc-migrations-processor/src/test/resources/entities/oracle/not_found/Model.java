package not_found;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
@Entity class Tag { @Id Long id; }
@Entity class Film { @Id Long id;
 @ManyToOne @NotFound(action = NotFoundAction.IGNORE) Tag main;
 @ManyToOne(optional = false) @NotFound(action = NotFoundAction.EXCEPTION) Tag needed;
 @OneToOne @JoinColumn(name = "one", nullable = false) @NotFound(action = NotFoundAction.IGNORE) Tag one;
 @ManyToMany @NotFound(action = NotFoundAction.IGNORE) Set<Tag> all;
}
