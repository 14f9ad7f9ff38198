package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;

@Entity
@Table(name = "session_schedules")
class SessionSchedule extends Identified {
    @ManyToOne private User user;
    private Integer dayOfWeek;
    private Integer hour;
    private Integer minute;
    private Boolean isActive = true;
    private LocalDateTime createdAt;
    private LocalDateTime updatedAt;
}
