package dev.mhc.coach.entity;

import jakarta.persistence.Column;
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

/** An exercise that a user takes home from a conversation. */
@Entity
@Table(name = "homework_assignments")
public class HomeworkAssignment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable User user;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Conversation conversation;

    private @Nullable String title;

    @Column(columnDefinition = "text")
    private @Nullable String description;

    private @Nullable String technique;

    private @Nullable Instant dueDate;

    private @Nullable Boolean isCompleted = false;

    private @Nullable Instant completionDate;

    @Column(columnDefinition = "text")
    private @Nullable String completionNotes;

    private @Nullable Instant createdAt = Timestamps.now();

    private @Nullable Instant updatedAt = createdAt;

    /** For JPA, which fills the fields itself. */
    protected HomeworkAssignment() {}

    public HomeworkAssignment(User user, String title) {
        this.user = user;
        this.title = title;
    }

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable User getUser() {
        return user;
    }

    public @Nullable Conversation getConversation() {
        return conversation;
    }

    public void setConversation(@Nullable Conversation conversation) {
        this.conversation = conversation;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable String getTechnique() {
        return technique;
    }

    public void setTechnique(@Nullable String technique) {
        this.technique = technique;
    }

    public @Nullable Instant getDueDate() {
        return dueDate;
    }

    public void setDueDate(@Nullable Instant dueDate) {
        this.dueDate = dueDate;
    }

    public @Nullable Boolean isCompleted() {
        return isCompleted;
    }

    public void setCompleted(@Nullable Boolean isCompleted) {
        this.isCompleted = isCompleted;
    }

    public @Nullable Instant getCompletionDate() {
        return completionDate;
    }

    public void setCompletionDate(@Nullable Instant completionDate) {
        this.completionDate = completionDate;
    }

    public @Nullable String getCompletionNotes() {
        return completionNotes;
    }

    public void setCompletionNotes(@Nullable String completionNotes) {
        this.completionNotes = completionNotes;
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
