package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;

@Entity
@Table(name = "session_mood_ratings")
class SessionMoodRating extends Identified {
    @ManyToOne(optional = false) private Conversation conversation;
    @ManyToOne(optional = false) private User user;
    private int moodBefore;
    private Integer moodAfter;
    @Column(nullable = false) private LocalDateTime createdAt;
    @Column(nullable = false) private LocalDateTime updatedAt;
    @Column(columnDefinition = "text") private String notes;
}
