package joined_with_discriminator;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "sort")
class Media {
    @Id
    String isbn;
}

@Entity
@DiscriminatorValue("BOOK")
class Book extends Media {
    Integer pages;
}

@Entity
@DiscriminatorValue("FILM")
class Film extends Media {
    Integer minutes;

    @ManyToOne(optional = false)
    Book after;
}

@Embeddable
class PlaceKey implements java.io.Serializable {
    int row;
    int place;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Place {
    @EmbeddedId
    PlaceKey key;
}

@Entity
@PrimaryKeyJoinColumns({
    @PrimaryKeyJoinColumn(name = "seat_row", referencedColumnName = "row"),
    @PrimaryKeyJoinColumn(name = "seat_place", referencedColumnName = "place")
})
class Seat extends Place {
    boolean soft;
}

@Entity
class Table2 extends Place {
    int legs;
}
