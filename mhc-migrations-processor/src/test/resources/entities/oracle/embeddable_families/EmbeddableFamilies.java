package embeddable_families;

import jakarta.persistence.*;
import java.util.*;

@Embeddable class Base { String a; }
@Embeddable class Sub extends Base { @Column(nullable = false) Integer b; }
@Entity @Table(name = "es") class E { @Id Long id; Base base; @ElementCollection @CollectionTable(name = "bases") Set<Base> bs; @ElementCollection @CollectionTable(name = "subs") Map<String, Sub> subs; }
@Entity @Table(name = "fs") class F { @Id Long id; @Embedded Sub sub; }
