package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;

@Entity
@Table(name = "emergency_contacts")
class EmergencyContact extends Identified {
    @ManyToOne(optional = false) private User user;
    @Column(nullable = false) private String name;
    private String relationshipType;
    @Column(nullable = false) private String phoneNumber;
    private String email;
    private boolean isPrimary;
    @Column(nullable = false) private LocalDateTime createdAt;
    @Column(nullable = false) private LocalDateTime updatedAt;
}
