package superclass_overrides;

import jakarta.persistence.*;
import java.util.*;

@MappedSuperclass abstract class A { @Id Long id; @Column(length = 20) String name; @ManyToOne Member creator; @Embedded Period period; @ManyToMany Set<Member> watchers; @ElementCollection Set<String> tags; @Version Integer version; }
@Embeddable class Period { java.time.LocalDate from_; java.time.LocalDate to_; }
@MappedSuperclass @AttributeOverride(name = "name", column = @Column(name = "title", length = 50)) abstract class B extends A { String sub; }
@Entity class Member { @Id Long id; }
@Entity
@AttributeOverrides({@AttributeOverride(name = "id", column = @Column(name = "c_id")), @AttributeOverride(name = "period.from_", column = @Column(name = "valid_from", nullable = false)), @AttributeOverride(name = "version", column = @Column(name = "opt_lock")), @AttributeOverride(name = "sub", column = @Column(name = "sub_x", unique = true))})
@AssociationOverride(name = "creator", joinColumns = @JoinColumn(name = "made_by", nullable = false))
@AssociationOverride(name = "watchers", joinTable = @JoinTable(name = "c_watch", joinColumns = @JoinColumn(name = "c"), inverseJoinColumns = @JoinColumn(name = "u")))
class C extends B {}
@Entity class D extends B { @ManyToOne C c; }
@Entity @AttributeOverride(name = "tags", column = @Column(name = "tag_", length = 9)) class E_ extends A {}
