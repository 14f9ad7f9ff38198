package shown_columns;

import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;

/** Columns that one attribute writes and another shows, and that say different things of NULL. */
final class Model {

    private Model() {}

    @Entity
    static class Port {
        @Id
        Long id;
    }

    /** A reference that needs a value, shown by a number that does not. */
    @Entity
    static class WrittenByReference {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "home", nullable = false)
        Port home;

        @Column(name = "home", insertable = false, updatable = false)
        Long homeNumber;

        @ManyToOne(optional = false)
        @JoinColumn(name = "flag")
        Port flag;

        @Column(name = "flag", insertable = false, updatable = false)
        Long flagNumber;

        @ManyToOne
        @JoinColumn(name = "next_port")
        Port next;

        @Column(name = "next_port", insertable = false, updatable = false, nullable = false)
        Long nextNumber;

        @ManyToOne(optional = false)
        @JoinColumn(name = "built_in")
        Port built;

        @Column(name = "built_in", insertable = false, updatable = false)
        @Basic(optional = false)
        Long builtNumber;

        @ManyToOne
        @JoinColumn(name = "sunk_at", nullable = false)
        Port sunk;

        @Column(name = "sunk_at", insertable = false, updatable = false)
        long sunkNumber;
    }

    /** A number that is written, shown by a reference. */
    @Entity
    static class WrittenByNumber {
        @Id
        Long id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "home", insertable = false, updatable = false)
        Port home;

        @Column(name = "home")
        Long homeNumber;

        @OneToOne
        @JoinColumn(name = "flag", insertable = false, updatable = false, nullable = false)
        Port flag;

        Long aFlag;

        @Column(name = "flag")
        Long zFlag;

        @ManyToOne
        @JoinColumn(name = "next_port", insertable = false, updatable = false)
        Port next;

        @Column(name = "next_port", nullable = false)
        Long nextNumber;
    }

    /** Two numbers of one column. */
    @Entity
    static class TwoNumbers {
        @Id
        Long id;

        @Column(name = "height", nullable = false)
        Integer aHeight;

        @Column(name = "height", insertable = false, updatable = false)
        Integer bHeight;

        @Column(name = "width")
        Integer aWidth;

        @Column(name = "width", insertable = false, updatable = false, nullable = false)
        Integer bWidth;

        @Column(name = "depth", insertable = false, updatable = false, nullable = false)
        Integer aDepth;

        @Column(name = "depth")
        Integer bDepth;

        @Column(name = "mass", insertable = false, updatable = false)
        Integer aMass;

        @Column(name = "mass", nullable = false)
        Integer bMass;
    }

    /** Two references of one column. */
    @Entity
    static class TwoReferences {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "height", nullable = false)
        Port aHeight;

        @ManyToOne
        @JoinColumn(name = "height", insertable = false, updatable = false)
        Port bHeight;

        @ManyToOne
        @JoinColumn(name = "width")
        Port aWidth;

        @ManyToOne
        @JoinColumn(name = "width", insertable = false, updatable = false, nullable = false)
        Port bWidth;

        @ManyToOne
        @JoinColumn(name = "depth", insertable = false, updatable = false, nullable = false)
        Port aDepth;

        @ManyToOne
        @JoinColumn(name = "depth")
        Port bDepth;

        @ManyToOne
        @JoinColumn(name = "mass", insertable = false, updatable = false)
        Port aMass;

        @ManyToOne
        @JoinColumn(name = "mass", nullable = false)
        Port bMass;
    }

    @Embeddable
    static class Numbers {
        @Column(name = "home", insertable = false, updatable = false)
        Long homeNumber;

        @ManyToOne
        @JoinColumn(name = "flag", insertable = false, updatable = false, nullable = false)
        Port flag;
    }

    @MappedSuperclass
    static class Above {
        @ManyToOne
        @JoinColumn(name = "berth", nullable = false)
        Port berth;

        @Column(name = "quay", nullable = false)
        String quay;
    }

    /** What is shown stands in other classes. */
    @Entity
    static class Ship extends Above {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "home", nullable = false)
        Port home;

        @Embedded
        Numbers numbers;

        @Column(name = "flag")
        Long flagNumber;

        @Column(name = "berth", insertable = false, updatable = false)
        Long berthNumber;

        @Column(name = "quay", insertable = false, updatable = false)
        String shownQuay;
    }

    /** Of what differs, that of the first attribute counts, and they come in the order of their names. */
    @Entity
    static class Differing {
        @Id
        Long id;

        @Column(name = "label", length = 30, nullable = false)
        String second;

        @Column(name = "label", length = 20, insertable = false, updatable = false)
        String first;

        @Column(name = "code", unique = true)
        String zCode;

        @Column(name = "code", insertable = false, updatable = false)
        String shownCode;

        @Column(name = "badge")
        String badge;

        @Column(name = "badge", insertable = false, updatable = false, unique = true)
        String shownBadge;

        @ColumnDefault("5")
        @Column(name = "weight")
        Integer weight;

        @Column(name = "weight", insertable = false, updatable = false)
        Integer heaviness;

        @Column(name = "id", insertable = false, updatable = false)
        Long shownId;
    }

    @Entity
    @DiscriminatorColumn(name = "kind", length = 12)
    static class Vessel {
        @Id
        Long id;

        @Column(name = "kind", insertable = false, updatable = false)
        String kind;

        @Column(name = "draught", nullable = false)
        Integer draught;
    }

    @Entity
    static class Ferry extends Vessel {
        @Column(name = "draught", insertable = false, updatable = false)
        Integer shownDraught;
    }

    @Embeddable
    static class Call {
        @Column(name = "owner", insertable = false, updatable = false)
        Long ownerNumber;

        String cargo;

        @ManyToOne
        @JoinColumn(name = "port", nullable = false)
        Port port;

        @Column(name = "port", insertable = false, updatable = false)
        Long portNumber;
    }

    @Entity
    static class Liner {
        @Id
        Long id;

        @ElementCollection
        @CollectionTable(joinColumns = @JoinColumn(name = "owner"))
        List<Call> calls;
    }
}
