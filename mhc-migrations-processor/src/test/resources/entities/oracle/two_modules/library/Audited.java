package two_modules.library;

import jakarta.persistence.*;

@MappedSuperclass
public abstract class Audited<K extends java.io.Serializable> {
    @Id
    protected K key;

    @Column(nullable = false)
    protected java.time.Instant madeAt;

    @ManyToOne(optional = false)
    @JoinColumn(name = "tenant_ref")
    protected Library tenant;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "paid", precision = 9, scale = 2))
    protected Money money;
}
