package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(name = "messages")
class Message extends Identified {
    @ManyToOne(optional = false) private Conversation conversation;
    @ManyToOne private User user;
    @Column(columnDefinition = "text", nullable = false) private String content;
    private boolean isFromUser;
    @ColumnDefault("0") private boolean isTranscript;
    @Column(nullable = false) private LocalDateTime createdAt;
    @Column(nullable = false) private LocalDateTime updatedAt;
}
