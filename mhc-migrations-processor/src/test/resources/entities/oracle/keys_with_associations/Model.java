package keys_with_associations;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Entity
class Doc { @Id @GeneratedValue(strategy = GenerationType.UUID) String id; }

@Entity
class DocVersion {
    @Embeddable
    static class Key implements Serializable {
        @Column(name = "doc") String docId;
        @Column(name = "ver") Integer number;
    }
    @EmbeddedId
    private Key key;
    @ManyToOne
    @JoinColumn(name = "doc", insertable = false, updatable = false)
    Doc doc;
    @ManyToOne
    @JoinColumn(name = "doc", referencedColumnName = "doc", insertable = false, updatable = false)
    @JoinColumn(name = "prev", referencedColumnName = "ver", insertable = false, updatable = false)
    DocVersion previous;
    @OneToMany(mappedBy = "id.version")
    List<DocPage> pages;
}

@Embeddable
class PageId implements Serializable {
    @ManyToOne
    DocVersion version;
    int page;
}

@Entity
class DocPage {
    @EmbeddedId PageId id;
    @Version java.sql.Timestamp changed;
}
