package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;

@Entity
@Table(name = "homework_progress_notes")
class HomeworkProgressNote extends Identified {
    @ManyToOne private HomeworkAssignment homeworkAssignment;
    @Column(columnDefinition = "text") private String content;
    private LocalDateTime createdAt;
}
