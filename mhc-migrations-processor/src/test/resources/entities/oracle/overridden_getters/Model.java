package overridden_getters;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;

@MappedSuperclass
abstract class Audited {
    private Long id;
    private Instant created;
    private boolean active;

    @Id
    @GeneratedValue
    public Long getId() { return id; }
    public void setId(Long id) { this.id = id; }

    @CreationTimestamp
    @Column(nullable = false, updatable = false)
    public Instant getCreated() { return created; }
    public void setCreated(Instant c) { created = c; }

    @Column(name = "is_active")
    public boolean isActive() { return active; }
    public void setActive(boolean a) { active = a; }

    public String getLabel() { return null; }
    public void setLabel(String l) {}

    @Transient
    public String getComputed() { return ""; }
}

@Entity
@Table(name = "tickets")
class Ticket extends Audited {
    private String URL;
    private User assignee;
    private Set<String> labels;
    @Access(AccessType.FIELD)
    @Column(name = "raw_")
    private byte[] raw;
    private int aB;

    @Override
    @Column(length = 40, nullable = false)
    public String getLabel() { return ""; }

    public String getURL() { return URL; }
    public void setURL(String u) { URL = u; }

    @ManyToOne(optional = false)
    public User getAssignee() { return assignee; }
    public void setAssignee(User u) {}

    @ElementCollection
    public Set<String> getLabels() { return labels; }
    public void setLabels(Set<String> l) {}

    public int getaB() { return aB; }
    public void setaB(int a) { aB = a; }

    private transient String skipped;
    static String shared;

    public static String getShared() { return shared; }
    public Optional<String> findSomething() { return Optional.empty(); }
    public Boolean getFlag() { return null; }
    public void setFlag(Boolean f) {}
    public Address getHome() { return null; }
    public void setHome(Address a) {}
}

@Embeddable
class Address {
    private String street;
    private String zip;
    public String getStreet() { return street; }
    public void setStreet(String s) {}
    @Column(name = "zip_code", length = 9)
    public String getZip() { return zip; }
    public void setZip(String s) {}
}

@Entity
@Table(name = "users")
class User extends Audited {
    private List<Ticket> tickets;
    @OneToMany(mappedBy = "assignee")
    public List<Ticket> getTickets() { return tickets; }
    public void setTickets(List<Ticket> l) {}
    @UpdateTimestamp
    public LocalDateTime getUpdated() { return null; }
    public void setUpdated(LocalDateTime l) {}
    @Temporal(TemporalType.DATE)
    public Date getBirth() { return null; }
    public void setBirth(Date d) {}
    @Temporal(TemporalType.TIME)
    public Calendar getAlarm() { return null; }
    public void setAlarm(Calendar d) {}
    @Lob
    public String getBio() { return null; }
    public void setBio(String d) {}
}

@Entity
class Other extends Audited {
    @Override
    @Column(length = 41, nullable = false)
    public String getLabel() { return ""; }
    @Override
    public void setLabel(String s) { }
    @Override
    @Column(name = "activ")
    public boolean isActive() { return true; }
}

@MappedSuperclass
abstract class Abstract<T> {
    @Id public abstract Long getId();
    public void setId(Long l) {}
    @Column(name = "v_") public T getValue() { return null; }
    public void setValue(T t) {}
    @ManyToOne public Audited2 getRef() { return null; }
    public void setRef(Audited2 a) {}
    @Transient public String getHidden() { return null; }
    public void setHidden(String a) {}
    public abstract Number getNum();
    public abstract T getLater();
    public abstract void setLater(T t);
}
@Entity class Audited2 { @Id public Long getId() { return 1L; } public void setId(Long l) {} }
@Entity class Concrete extends Abstract<java.time.LocalDate> {
    @Override public Long getId() { return 1L; }
    @Override @Column(name = "date_") public java.time.LocalDate getValue() { return null; }
    @Override @ManyToOne @JoinColumn(name = "other") public Audited2 getRef() { return null; }
    @Override @Column(length = 7) public String getHidden() { return null; }
    @Override public Integer getNum() { return null; }
    public void setNum(Integer i) {}
    @Override @Column(name = "later_") public java.time.LocalDate getLater() { return null; }
    @Override public void setLater(java.time.LocalDate t) {}
}
@MappedSuperclass class Shadowed { @Id Long id; @Column(length = 3) String name; }
@Entity class Shadowing extends Shadowed { @Column(length = 4) String name; }
