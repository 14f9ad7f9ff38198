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

/** A weekly time at which a user wants a session. */
@Entity
@Table(name = "session_schedules")
public class SessionSchedule {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable User user;

    private @Nullable Integer dayOfWeek;

    private @Nullable Integer hour;

    private @Nullable Integer minute;

    private @Nullable Boolean isActive = true;

    private @Nullable Instant createdAt = Timestamps.now();

    private @Nullable Instant updatedAt = createdAt;

    /** For JPA, which fills the fields itself. */
    protected SessionSchedule() {}

    public SessionSchedule(User user, int dayOfWeek, int hour, int minute) {
        this.user = user;
        this.dayOfWeek = dayOfWeek;
        this.hour = hour;
        this.minute = minute;
    }

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable User getUser() {
        return user;
    }

    public @Nullable Integer getDayOfWeek() {
        return dayOfWeek;
    }

    public @Nullable Integer getHour() {
        return hour;
    }

    public @Nullable Integer getMinute() {
        return minute;
    }

    public @Nullable Boolean isActive() {
        return isActive;
    }

    public void setActive(@Nullable Boolean isActive) {
        this.isActive = isActive;
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
