package maps_of_embeddables;

import jakarta.persistence.*;
import java.util.*;

enum Lang { EN, DE, PORTUGUESE }

@Embeddable
class Text {
    @Column(name = "t", length = 100) String text;
    @Enumerated(EnumType.STRING) Lang lang;
    @Embedded @AttributeOverride(name = "v", column = @Column(name = "weight")) Num num;
}

@Embeddable
class Num { @Column(precision = 10, scale = 3) java.math.BigDecimal v; }

class Money { long cents; }

@Converter(autoApply = true)
class MoneyConverter implements AttributeConverter<Money, Long> {
    public Long convertToDatabaseColumn(Money m) { return 1L; }
    public Money convertToEntityAttribute(Long l) { return null; }
}

@Converter
class LangConverter implements AttributeConverter<Lang, Character> {
    public Character convertToDatabaseColumn(Lang m) { return 'a'; }
    public Lang convertToEntityAttribute(Character l) { return null; }
}

@Embeddable
class Priced { Money price; @Convert(converter = LangConverter.class) Lang lang; }

@Entity
class Thing {
    @Id Long id;
    @ElementCollection @MapKeyColumn(name = "k") Map<Lang, Text> texts;
    @ElementCollection @org.hibernate.annotations.SortNatural SortedMap<String, Money> prices;
    @ElementCollection @org.hibernate.annotations.SortNatural SortedSet<Lang> langs;
    @ElementCollection @Convert(converter = LangConverter.class) Set<Lang> codes;
    @ElementCollection @Convert(attributeName = "key", converter = LangConverter.class) Map<Lang, String> keyed;
    @ElementCollection @Convert(attributeName = "value", converter = LangConverter.class) Map<String, Lang> valued;
    @ElementCollection Map<Money, Priced> pricedBy;
    @ElementCollection List<Priced> priced;
    @ElementCollection @OrderColumn(name = "idx", nullable = false) List<Money> moneys;
    @ElementCollection @AttributeOverride(name = "value.num.v", column = @Column(name = "nn")) Map<String, Text> map;
    Priced direct;
    @Embedded @Convert(attributeName = "lang", disableConversion = true) @AttributeOverride(name = "price", column = @Column(name = "p2")) @AttributeOverride(name = "lang", column = @Column(name = "l2")) Priced second;
}
