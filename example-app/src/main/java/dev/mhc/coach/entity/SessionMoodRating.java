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

/** How a user felt before and after a conversation. */
@Entity
@Table(name = "session_mood_ratings")
public class SessionMoodRating extends Timestamped {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(nullable = false)
    private Conversation conversation;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(nullable = false)
    private User user;

    @Column(nullable = false)
    private int moodBefore;

    private @Nullable Integer moodAfter;

    @Column(columnDefinition = "text")
    private @Nullable String notes;

    /** For JPA, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected SessionMoodRating() {}

    public SessionMoodRating(Conversation conversation, User user, int moodBefore) {
        this.conversation = conversation;
        this.user = user;
        this.moodBefore = moodBefore;
    }

    public @Nullable Long getId() {
        return id;
    }

    public Conversation getConversation() {
        return conversation;
    }

    public User getUser() {
        return user;
    }

    public int getMoodBefore() {
        return moodBefore;
    }

    public @Nullable Integer getMoodAfter() {
        return moodAfter;
    }

    public void setMoodAfter(@Nullable Integer moodAfter) {
        this.moodAfter = moodAfter;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }
}
