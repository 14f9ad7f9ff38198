package dev.mhc.coach.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A remark on how an exercise goes. */
@Entity
@Table(name = "homework_progress_notes")
public class HomeworkProgressNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable HomeworkAssignment homeworkAssignment;

    @Column(columnDefinition = "text")
    private @Nullable String content;

    private @Nullable Instant createdAt = Timestamps.now();

    /** For JPA, which fills the fields itself. */
    protected HomeworkProgressNote() {}

    public HomeworkProgressNote(HomeworkAssignment homeworkAssignment, String content) {
        this.homeworkAssignment = homeworkAssignment;
        this.content = content;
    }

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable HomeworkAssignment getHomeworkAssignment() {
        return homeworkAssignment;
    }

    public @Nullable String getContent() {
        return content;
    }

    public @Nullable Instant getCreatedAt() {
        return createdAt;
    }
}
