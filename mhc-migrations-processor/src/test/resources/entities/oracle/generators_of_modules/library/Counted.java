package library.numbers;

import jakarta.persistence.*;

@Entity
public class Counted {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}
