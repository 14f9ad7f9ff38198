package dev.mhc.coach.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the coach knows of a user, as far as it was told. */
@Entity
@Table(name = "user_profiles")
public class UserProfile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable User user;

    private @Nullable Integer age;

    private @Nullable String location;

    private @Nullable Integer anxietyScore;

    private @Nullable Integer depressionScore;

    private @Nullable String communicationPreference = "text";

    private @Nullable Integer sessionFrequency = 2;

    private @Nullable Instant createdAt = Timestamps.now();

    private @Nullable Instant updatedAt = createdAt;

    /** For JPA, which fills the fields itself. */
    protected UserProfile() {}

    public UserProfile(User user) {
        this.user = user;
    }

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable User getUser() {
        return user;
    }

    public @Nullable Integer getAge() {
        return age;
    }

    public void setAge(@Nullable Integer age) {
        this.age = age;
    }

    public @Nullable String getLocation() {
        return location;
    }

    public void setLocation(@Nullable String location) {
        this.location = location;
    }

    public @Nullable Integer getAnxietyScore() {
        return anxietyScore;
    }

    public void setAnxietyScore(@Nullable Integer anxietyScore) {
        this.anxietyScore = anxietyScore;
    }

    public @Nullable Integer getDepressionScore() {
        return depressionScore;
    }

    public void setDepressionScore(@Nullable Integer depressionScore) {
        this.depressionScore = depressionScore;
    }

    public @Nullable String getCommunicationPreference() {
        return communicationPreference;
    }

    public void setCommunicationPreference(@Nullable String communicationPreference) {
        this.communicationPreference = communicationPreference;
    }

    public @Nullable Integer getSessionFrequency() {
        return sessionFrequency;
    }

    public void setSessionFrequency(@Nullable Integer sessionFrequency) {
        this.sessionFrequency = sessionFrequency;
    }

    public @Nullable Instant getCreatedAt() {
        return createdAt;
    }

    public @Nullable Instant getUpdatedAt() {
        return updatedAt;
    }

    @PreUpdate
    void touch() {
        updatedAt = Timestamps.now();
    }
}
