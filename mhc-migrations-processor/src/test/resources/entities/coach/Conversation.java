package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;

@Entity
@Table(name = "conversations")
class Conversation extends Identified {
    @ManyToOne(optional = false) private User user;
    private String title;
    private boolean isFormalSession;
    private Integer sessionNumber;
    @Column(nullable = false) private LocalDateTime startedAt;
    private LocalDateTime endedAt;
    @Column(columnDefinition = "text") private String summary;
    @OneToMany(mappedBy = "conversation") private java.util.List<Message> messages;
}
