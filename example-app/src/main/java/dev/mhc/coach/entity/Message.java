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
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** What a user or the coach said in a conversation. */
@Entity
@Table(name = "messages")
public class Message extends Timestamped {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(nullable = false)
    private Conversation conversation;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable User user;

    @Column(nullable = false, columnDefinition = "text")
    private String content;

    @Column(nullable = false)
    private boolean isFromUser;

    @Column(nullable = false)
    @ColumnDefault("false")
    private boolean isTranscript;

    /** For JPA, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Message() {}

    public Message(Conversation conversation, String content, boolean isFromUser) {
        this.conversation = conversation;
        this.content = content;
        this.isFromUser = isFromUser;
    }

    public @Nullable Long getId() {
        return id;
    }

    public Conversation getConversation() {
        return conversation;
    }

    public @Nullable User getUser() {
        return user;
    }

    public void setUser(@Nullable User user) {
        this.user = user;
    }

    public String getContent() {
        return content;
    }

    public boolean isFromUser() {
        return isFromUser;
    }

    public boolean isTranscript() {
        return isTranscript;
    }

    public void setTranscript(boolean isTranscript) {
        this.isTranscript = isTranscript;
    }
}
