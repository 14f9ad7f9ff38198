package generators_of_modules;

import jakarta.persistence.*;
import library.numbers.Library;
import library.numbers.Numbered;

@Entity
class SharingSequence {
    @Id
    @GeneratedValue(generator = "own_gen")
    @SequenceGenerator(name = "own_gen", sequenceName = "Shared_Numbers", allocationSize = 10)
    Long id;

    @ManyToOne
    Library library;
}

@Entity
class SharingTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Integer id;
}

@Entity
class ExtendingLibrary extends Numbered {
    String name;
}
