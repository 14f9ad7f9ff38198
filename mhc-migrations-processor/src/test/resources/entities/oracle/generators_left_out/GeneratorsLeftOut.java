package generators_left_out;

import jakarta.persistence.*;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.id.IncrementGenerator;

@Entity
@SuppressWarnings("removal")
class ByGenericGenerator {
    @Id
    @GeneratedValue(generator = "generic_gen")
    @GenericGenerator(name = "generic_gen", type = IncrementGenerator.class)
    Long id;
}
