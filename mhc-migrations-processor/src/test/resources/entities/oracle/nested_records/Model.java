package nested_records;
import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;
@Embeddable record Money(long cents, Cur cur) { @Embeddable record Cur(@Column(length = 3) String iso, int digits) {} Money plus(Money o) { return this; } }
record LineId(Long order, int pos) implements Serializable {}
@Embeddable record DocId(Site site, String no) implements Serializable { @Embeddable record Site(int country, int plant) implements Serializable {} }
interface Kinds { @Entity class InInterface { @Id Long id; @Embedded Money price; @Embedded @AttributeOverride(name = "cur.iso", column = @Column(name = "cost_iso")) @AttributeOverride(name = "cur.digits", column = @Column(name = "cost_digits")) @AttributeOverride(name = "cents", column = @Column(name = "cost")) Money cost; } enum E { A; @Entity static class InEnum { @Id @GeneratedValue(strategy = GenerationType.UUID) String id; E e; } } }
record Holder(int x) { @Entity static class InRecord { @EmbeddedId DocId id; @ManyToOne InRecord before; @ElementCollection Set<Money> prices; @ElementCollection @OrderColumn Money[] array; } }
@interface Ann { @Entity class InAnnotation { @Id byte id; } }
@Entity @IdClass(LineId.class) class Line { @Id @ManyToOne Kinds.InInterface order; @Id int pos; Outer<String>.Inner inner1; @Convert(converter = Outer.Conv.class) Outer<Integer>.Inner converted; @Embedded Outer.Emb<Integer> emb; }
class Outer<T> { class Inner implements Serializable { T t; } 
 @Converter static class Conv implements AttributeConverter<Outer<Integer>.Inner, Long> { public Long convertToDatabaseColumn(Outer<Integer>.Inner b) { return null; } public Outer<Integer>.Inner convertToEntityAttribute(Long s) { return null; } }
 @Embeddable static class Emb<N> { N any1; @ElementCollection @CollectionTable(name = "emb_list") List<N> list; } }
