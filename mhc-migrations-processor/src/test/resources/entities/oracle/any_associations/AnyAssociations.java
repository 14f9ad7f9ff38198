package any_associations;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;

@Entity
class Line {
    @Id
    Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "target_id")
    @Column(name = "target_type")
    Object target;
}
