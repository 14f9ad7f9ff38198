package nested_forum;

import jakarta.persistence.*;
import java.util.*;

public class Model {
    @MappedSuperclass
    public static abstract class AbstractPersistable<PK extends java.io.Serializable> {
        @Id @GeneratedValue private PK id;
        public PK getId() { return id; }
        @Transient public boolean isNew() { return null == getId(); }
    }
    @MappedSuperclass
    public static abstract class AbstractAuditable<U, PK extends java.io.Serializable> extends AbstractPersistable<PK> {
        @ManyToOne private U createdBy;
        @Temporal(TemporalType.TIMESTAMP) private Date createdDate;
        @ManyToOne private U lastModifiedBy;
    }
    @Entity @Table(name = "jhi_user") public static class User extends AbstractAuditable<User, Long> {
        @ManyToMany @JoinTable(name = "jhi_user_authority", joinColumns = {@JoinColumn(name = "user_id", referencedColumnName = "id")}, inverseJoinColumns = {@JoinColumn(name = "authority_name", referencedColumnName = "name")})
        private Set<Authority> authorities = new HashSet<>();
        @Column(length = 50, unique = true, nullable = false) private String login;
        @Column(name = "password_hash", length = 60, nullable = false) private String password;
        @Column(nullable = false) private boolean activated = false;
        private @Enumerated(EnumType.STRING) State state;
        enum State { ON, OFF }
    }
    @Entity @Table(name = "jhi_authority") public static class Authority { @Id @Column(length = 50) private String name; @Transient private boolean persisted; }
    @Entity(name = "Post") public static class ForumPost extends AbstractPersistable<UUID> { @ManyToOne(targetEntity = User.class) Object author; @OneToMany(targetEntity = ForumPost.class) Collection<?> replies; @ManyToMany List<User> likers; @ElementCollection(targetClass = String.class) Collection tags; @OneToMany(mappedBy = "post") Set<Comment> comments; }
    @Entity(name = "PostComment") public static class Comment extends AbstractPersistable<UUID> { @ManyToOne ForumPost post; @ManyToMany Set<ForumPost> quoted; @ManyToOne @JoinTable(name = "comment_parent") Comment parent; @OneToOne @JoinTable(name = "pins") ForumPost pinned; }
}
