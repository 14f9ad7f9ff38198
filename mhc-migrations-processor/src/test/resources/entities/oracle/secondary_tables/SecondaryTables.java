package secondary_tables;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "users")
@SecondaryTable(name = "user_details", uniqueConstraints = @UniqueConstraint(columnNames = "phone"))
@SecondaryTable(
        name = "user_pictures",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "user_ref"),
        foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
        indexes = @Index(columnList = "taken"))
class User {
    @Id
    Long id;

    String name;

    @Column(table = "user_details", nullable = false)
    String phone;

    @ManyToOne
    @JoinColumn(table = "user_details", name = "mentor_id")
    User mentor;

    @Column(table = "user_pictures")
    byte[] picture;

    @Column(table = "user_pictures")
    java.time.Instant taken;
}
