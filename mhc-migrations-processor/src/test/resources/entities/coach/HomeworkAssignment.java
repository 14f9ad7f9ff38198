package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;

@Entity
@Table(name = "homework_assignments")
class HomeworkAssignment extends Identified {
    @ManyToOne private User user;
    @ManyToOne private Conversation conversation;
    private String title;
    @Column(columnDefinition = "text") private String description;
    private String technique;
    private LocalDateTime dueDate;
    private Boolean isCompleted = false;
    private LocalDateTime completionDate;
    @Column(columnDefinition = "text") private String completionNotes;
    private LocalDateTime createdAt;
    private LocalDateTime updatedAt;
}
