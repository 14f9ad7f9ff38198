package dev.mhc.coach.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Whom to call when a user is in danger. */
@Entity
@Table(name = "emergency_contacts")
public class EmergencyContact extends Timestamped {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(nullable = false)
    private User user;

    @Column(nullable = false)
    private String name;

    private @Nullable String relationshipType;

    @Column(nullable = false)
    private String phoneNumber;

    private @Nullable String email;

    @Column(nullable = false)
    private boolean isPrimary;

    /** For JPA, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected EmergencyContact() {}

    public EmergencyContact(User user, String name, String phoneNumber) {
        this.user = user;
        this.name = name;
        this.phoneNumber = phoneNumber;
    }

    public @Nullable Long getId() {
        return id;
    }

    public User getUser() {
        return user;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getRelationshipType() {
        return relationshipType;
    }

    public void setRelationshipType(@Nullable String relationshipType) {
        this.relationshipType = relationshipType;
    }

    public String getPhoneNumber() {
        return phoneNumber;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public boolean isPrimary() {
        return isPrimary;
    }

    public void setPrimary(boolean isPrimary) {
        this.isPrimary = isPrimary;
    }
}
