package embeddable_of_superclass;

import jakarta.persistence.*;
@MappedSuperclass class Stamped { String author; }
@Embeddable class Signed extends Stamped { int pages; }
@Entity class Paper { @Id Long id; @Embedded Signed signed; }
