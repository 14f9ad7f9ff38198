package maps_by_attribute;

import jakarta.persistence.*;
import java.util.*;

@Entity class A1 { @Id Long id; @ManyToMany @MapKey(name = "code") Map<String, B1> bs; @OneToMany @MapKey(name = "code") Map<String, C1> cs; @OneToMany @JoinTable(name = "jx") @MapKey Map<Long, C1> ds; @ManyToMany @JoinTable(name = "jy") @MapKey(name = "em") Map<Em, C1> es; }
@Entity class B1 { @Id Long id; String code; }
@Entity class C1 { @Id Long id; @Column(nullable = false) String code; Em em; }
@Embeddable class Em { String p; Integer q; public boolean equals(Object o) { return true; } public int hashCode() { return 1; } }
