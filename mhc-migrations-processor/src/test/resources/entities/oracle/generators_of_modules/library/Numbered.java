package library.numbers;

import jakarta.persistence.*;

@MappedSuperclass
@SequenceGenerator(name = "base_gen", sequenceName = "base_numbers", allocationSize = 9)
public abstract class Numbered {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "base_gen")
    Long id;
}
