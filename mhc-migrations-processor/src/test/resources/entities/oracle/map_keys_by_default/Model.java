package map_keys_by_default;

import jakarta.persistence.*;
import java.util.*;
@Entity class Shelf { @Id Long id;
 @OneToMany @JoinColumn(name = "shelf_a") Map<String, Book> a;
 @OneToMany(mappedBy = "shelf") Map<String, Book> b;
 @OneToMany @JoinColumn(name = "shelf_c") Map<Book, Page> c;
 @OneToMany(mappedBy = "shelf") Map<Book, Page> d;
 @OneToMany(mappedBy = "shelf") @MapKeyJoinColumn(name = "e_book") Map<Book, Cover> e;
 @OneToMany(mappedBy = "shelf") Map<Kind, Cover> f;
 @OneToMany @JoinColumn @MapKeyEnumerated(EnumType.STRING) Map<Kind, Cover> g;
}
enum Kind { A, B }
@Entity class Book { @Id Long id; @ManyToOne Shelf shelf; }
@Entity class Page { @Id Long id; @ManyToOne Shelf shelf; }
@Entity class Cover { @Id Long id; @ManyToOne Shelf shelf; }
