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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One talk between a user and the coach. */
@Entity
@Table(name = "conversations")
public class Conversation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(nullable = false)
    private User user;

    private @Nullable String title;

    @Column(nullable = false)
    private boolean isFormalSession;

    private @Nullable Integer sessionNumber;

    @Column(nullable = false)
    private Instant startedAt = Timestamps.now();

    private @Nullable Instant endedAt;

    @Column(columnDefinition = "text")
    private @Nullable String summary;

    /** For JPA, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Conversation() {}

    public Conversation(User user) {
        this.user = user;
    }

    public @Nullable Long getId() {
        return id;
    }

    public User getUser() {
        return user;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public boolean isFormalSession() {
        return isFormalSession;
    }

    public void setFormalSession(boolean isFormalSession) {
        this.isFormalSession = isFormalSession;
    }

    public @Nullable Integer getSessionNumber() {
        return sessionNumber;
    }

    public void setSessionNumber(@Nullable Integer sessionNumber) {
        this.sessionNumber = sessionNumber;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    public void setEndedAt(@Nullable Instant endedAt) {
        this.endedAt = endedAt;
    }

    public @Nullable String getSummary() {
        return summary;
    }

    public void setSummary(@Nullable String summary) {
        this.summary = summary;
    }
}
