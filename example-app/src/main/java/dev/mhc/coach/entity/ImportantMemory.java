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

/** Something that the coach should remember of a user. */
@Entity
@Table(name = "important_memories")
public class ImportantMemory extends Timestamped {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(nullable = false)
    private User user;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Conversation conversation;

    @Column(nullable = false, columnDefinition = "text")
    private String content;

    private @Nullable String category;

    @Column(nullable = false)
    private double importanceScore = 0.5;

    /** For JPA, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected ImportantMemory() {}

    public ImportantMemory(User user, String content) {
        this.user = user;
        this.content = content;
    }

    public @Nullable Long getId() {
        return id;
    }

    public User getUser() {
        return user;
    }

    public @Nullable Conversation getConversation() {
        return conversation;
    }

    public void setConversation(@Nullable Conversation conversation) {
        this.conversation = conversation;
    }

    public String getContent() {
        return content;
    }

    public @Nullable String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        this.category = category;
    }

    public double getImportanceScore() {
        return importanceScore;
    }

    public void setImportanceScore(double importanceScore) {
        this.importanceScore = importanceScore;
    }
}
