package shop;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity(name = "BigThing")
@jakarta.persistence.Table(
        indexes = @jakarta.persistence.Index(columnList = "emailAddress desc, some_Name"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"emailAddress", "URLName"}))
class Thing extends Base<Long> {
    int primitive;
    @Column(length = 3) int primitiveWithColumn;
    @Column(nullable = false) int primitiveNotNull;
    @Basic(optional = false) int primitiveBasic;
    Integer boxed;
    boolean isFlag;
    String emailAddress;
    @Column(name = "some_Name") String explicit;
    String URLName;
    String a1B2C;
    String x2Y;
    String codeA;
    String iPhone;
    @Column(name = "\"quotedName\"") String quoted;
    @Column(name = "`backName`") String back;
    BigDecimal decimal;
    @Column(precision = 10) BigDecimal precise;
    @Column(precision = 10, scale = 4) BigDecimal scaled;
    @Column(scale = 4) BigDecimal onlyScale;
    BigInteger big;
    @Column(precision = 12) BigInteger bigPrecise;
    double doubled;
    Float floated;
    short shorted;
    byte bytePrimitive;
    char letter;
    @Column(length = 5) Character letters;
    char[] chars;
    byte[] bytes;
    @Column(length = 20000) String longText;
    @Column(length = 16777216) String longerText;
    DayOfWeek ordinal;
    @Enumerated(EnumType.STRING) DayOfWeek named;
    @Enumerated(EnumType.STRING) @Column(length = 10) DayOfWeek shortNamed;
    LocalDate date;
    LocalTime time;
    LocalDateTime dateTime;
    Instant instant;
    OffsetDateTime offset;
    ZonedDateTime zoned;
    Date oldDate;
    @SuppressWarnings("deprecation") @jakarta.persistence.Temporal(TemporalType.DATE) Date onlyDate;
    Calendar calendar;
    java.sql.Date sqlDate;
    java.sql.Time sqlTime;
    java.sql.Timestamp sqlTimestamp;
    Year year;
    UUID uuid;
    @ColumnDefault("now()") LocalDateTime defaulted;
    @Column(columnDefinition = "text") String defined;
    final String kept = "";
    transient int scratch;
    @Formula("1 + 1") Integer computed;
    @Embedded Address homeAddress;
    @ManyToOne Other otherThing;
    @ManyToOne(optional = false) Other required;
    @ManyToOne Keyed keyed;
    @OneToOne Other single;
    @OneToOne(optional = false) Other singleRequired;
    @ManyToOne @JoinColumn(name = "refCode", referencedColumnName = "codeA") Other byCode;
    @ManyToOne @JoinColumn(referencedColumnName = "codeA") Other byCodeUnnamed;
    @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Other cascading;
    @Column(name = "shared") Integer sharedId;
    @ManyToOne @JoinColumn(name = "shared", insertable = false, updatable = false) Other shared;
}

@MappedSuperclass
abstract class Base<I> {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) I id;
    @Version Integer version;
}

@Embeddable
class Address {
    String streetName;
    int houseNumber;
    @Column(nullable = false) String zip;
    @ManyToOne Other nearestThing;
}

@Entity(name = "OtherThing")
class Other extends Base<Integer> {
    @Column(unique = true) String codeA;
    @OneToMany(mappedBy = "otherThing") List<Thing> things;
}

@Entity(name = "Keyed")
class Keyed {
    private UUID key;
    @Id @Column(name = "IDNumber") public UUID getKey() { return key; }
    public void setKey(UUID key) { this.key = key; }
    public String getURL() { return ""; }
    public void setURL(String url) {}
    public boolean isOpen() { return true; }
    public void setOpen(boolean open) {}
    public Boolean isBoxed() { return null; }
    public void setBoxed(Boolean boxed) {}
    @Transient public String getSkipped() { return ""; }
}
