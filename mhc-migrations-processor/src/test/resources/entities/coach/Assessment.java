package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;

@Entity
@Table(name = "assessments")
class Assessment extends Identified {
    enum Type { gad7, phq9, mood }
    @ManyToOne(optional = false) private User user;
    @Enumerated(EnumType.STRING) @Column(length = 10, nullable = false) private Type type;
    private double score;
    @Column(nullable = false) private LocalDateTime takenAt;
    @ManyToOne private Conversation conversation;
    @Column(columnDefinition = "text") private String responses;
    @Column(columnDefinition = "text") private String notes;
}
