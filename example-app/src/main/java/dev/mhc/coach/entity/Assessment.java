package dev.mhc.coach.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of a questionnaire. */
@Entity
@Table(name = "assessments")
public class Assessment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(nullable = false)
    private User user;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private AssessmentType type;

    @Column(nullable = false)
    private double score;

    @Column(nullable = false)
    private Instant takenAt = Timestamps.now();

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Conversation conversation;

    @Column(columnDefinition = "text")
    private @Nullable String responses;

    @Column(columnDefinition = "text")
    private @Nullable String notes;

    /** For JPA, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Assessment() {}

    public Assessment(User user, AssessmentType type, double score) {
        this.user = user;
        this.type = type;
        this.score = score;
    }

    public @Nullable Long getId() {
        return id;
    }

    public User getUser() {
        return user;
    }

    public AssessmentType getType() {
        return type;
    }

    public double getScore() {
        return score;
    }

    public Instant getTakenAt() {
        return takenAt;
    }

    public @Nullable Conversation getConversation() {
        return conversation;
    }

    public void setConversation(@Nullable Conversation conversation) {
        this.conversation = conversation;
    }

    public @Nullable String getResponses() {
        return responses;
    }

    public void setResponses(@Nullable String responses) {
        this.responses = responses;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }
}
