package two_modules;

import jakarta.persistence.*;
import java.util.*;
import two_modules.library.*;

@Entity
public class Invoice extends Audited<Long> {
    @Column(unique = true, length = 30)
    String number;

    @ManyToMany
    Set<Library> readers;

    @AttributeOverride(name = "currency", column = @Column(name = "total_currency", length = 3))
    Money total_;

    @Convert(converter = CodeConverter.class)
    @Column(length = 12)
    Code code;
}
