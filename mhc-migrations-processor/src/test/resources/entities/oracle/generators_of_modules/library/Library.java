package library.numbers;

import jakarta.persistence.*;

@Entity
@Table(name = "library_things")
public class Library {
    @Id
    @GeneratedValue(generator = "library_gen")
    @SequenceGenerator(name = "library_gen", sequenceName = "shared_numbers", allocationSize = 10)
    Long id;
}
