package maps;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Address {
    String street;
    String town;
}

enum Kind {
    HOME,
    WORK
}

@Entity
class Item {
    @Id
    Long id;

    String code;

    @ManyToOne
    Shop shop;
}

@Entity
class Shop {
    @Id
    Long id;

    @ElementCollection
    Map<String, Integer> stock;

    @ElementCollection
    @MapKeyColumn(name = "lang", length = 5)
    @Column(name = "text_", length = 500)
    Map<String, String> texts;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Kind, Address> addresses;

    @ElementCollection
    @MapKeyEnumerated
    Map<Kind, String> byOrdinal;

    @ElementCollection
    @MapKeyTemporal(TemporalType.DATE)
    Map<Date, String> byDay;

    @ElementCollection
    @MapKeyJoinColumn(name = "item_ref")
    Map<Item, Integer> prices;

    @ElementCollection
    Map<Item, String> remarks;

    @OneToMany(mappedBy = "shop")
    @MapKey(name = "code")
    Map<String, Item> items;

    @OneToMany
    @MapKeyColumn(name = "shelf")
    Map<String, Item> shelves;

    @ManyToMany
    @MapKeyJoinColumn
    Map<Item, Shop> suppliers;

    @ElementCollection
    @AttributeOverride(name = "key.street", column = @Column(name = "key_street"))
    @AttributeOverride(name = "value.town", column = @Column(name = "value_town"))
    Map<Address, Address> moves;

    @ElementCollection
    Map<java.time.LocalDate, UUID> visits;
}
