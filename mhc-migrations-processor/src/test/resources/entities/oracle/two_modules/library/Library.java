package two_modules.library;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "lib_tenants")
public class Library {
    @Id
    protected UUID id;

    @Column(nullable = false, length = 80)
    protected String name;

    @ElementCollection
    protected Set<String> hosts;
}
