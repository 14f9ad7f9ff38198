package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(name = "users")
class User extends Identified {
    @Column(nullable = false, unique = true) private String email;
    @Column(nullable = false) private String hashedPassword;
    private String firstName;
    private String lastName;
    private boolean isActive = true;
    @ColumnDefault("0") private boolean isVerified;
    @Column(nullable = false) private LocalDateTime createdAt;
    @Column(nullable = false) private LocalDateTime updatedAt;
    @Column(columnDefinition = "text") private String profileData;
}
