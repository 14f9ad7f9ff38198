package dev.mhc.coach;

import jakarta.persistence.*;
import java.time.LocalDateTime;

@Entity
@Table(name = "user_profiles")
class UserProfile extends Identified {
    @ManyToOne private User user;
    private Integer age;
    private String location;
    private Integer anxietyScore;
    private Integer depressionScore;
    private String communicationPreference = "text";
    private Integer sessionFrequency = 2;
    private LocalDateTime createdAt;
    private LocalDateTime updatedAt;
}
