package dev.mhc.coach.entity;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PreUpdate;
import java.time.Instant;

/** An entity that always knows when it was made and last changed. */
@MappedSuperclass
public abstract class Timestamped {

    @Column(nullable = false)
    private Instant createdAt = Timestamps.now();

    @Column(nullable = false)
    private Instant updatedAt = createdAt;

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    @PreUpdate
    void touch() {
        updatedAt = Timestamps.now();
    }
}
