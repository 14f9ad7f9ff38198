package relations_in_embeddables;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Contact {
    String phone;
    @ManyToOne
    Country country;
    @ElementCollection
    Set<String> mails;
    @OneToMany
    List<Note> notes;
    @Embedded
    Geo geo;
}

@Embeddable
record Geo(double lat, double lon, @Column(length = 10) String code) {}

@Entity
class Country { @Id String code; }

@Entity
class Note { @Id Long id; String text; @ManyToOne Firm firm; }

@Entity
class Person {
    @Id Long id;
    @Embedded
    Contact contact;
}

@Entity
class Firm {
    @Id Long id;
    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "phone", column = @Column(name = "main_phone", nullable = false)),
        @AttributeOverride(name = "geo.lat", column = @Column(name = "main_lat")),
        @AttributeOverride(name = "geo.lon", column = @Column(name = "main_lon")),
        @AttributeOverride(name = "geo.code", column = @Column(name = "main_code"))
    })
    @AssociationOverrides({
        @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "main_country", nullable = false)),
        @AssociationOverride(name = "notes", joinTable = @JoinTable(name = "firm_main_notes"))
    })
    Contact main;
    @Embedded
    Simple simple;
    @Embedded
    Inverse inverse;
}

@Embeddable
class Inverse {
    @OneToMany(mappedBy = "firm")
    Set<Note> all;
    @OneToMany
    @JoinColumn(name = "firm_ref")
    @OrderColumn(name = "pos")
    List<Country> list;
}

@Embeddable
class Simple {
    @ManyToMany
    @JoinTable(name = "firm_countries", joinColumns = @JoinColumn(name = "firm"), inverseJoinColumns = @JoinColumn(name = "country"))
    Set<Country> countries;
    @ElementCollection
    @CollectionTable(name = "firm_hours", joinColumns = @JoinColumn(name = "firm"))
    @OrderColumn
    List<Geo> hours;
    @ElementCollection
    Map<String, Geo> byName;
    @OneToOne
    Person boss;
}
