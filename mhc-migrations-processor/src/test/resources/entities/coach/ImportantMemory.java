package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;

@Entity
@Table(name = "important_memories")
class ImportantMemory extends Identified {
    @ManyToOne(optional = false) private User user;
    @ManyToOne private Conversation conversation;
    @Column(columnDefinition = "text", nullable = false) private String content;
    private String category;
    private double importanceScore = 0.5;
    @Column(nullable = false) private LocalDateTime createdAt;
    @Column(nullable = false) private LocalDateTime updatedAt;
}
