package wildcards;

import jakarta.persistence.*;
import java.util.*;

@Entity class W { @Id Long id; @ElementCollection List<? extends String> words; @ManyToMany Set<? extends W> others; @OneToMany List<? extends V> vs; @ElementCollection Map<? extends Integer, ? super String> m; }
@Entity class V { @Id Long id; @Enumerated(EnumType.STRING) List<Thread.State> states; List<? extends Integer> arr; }
