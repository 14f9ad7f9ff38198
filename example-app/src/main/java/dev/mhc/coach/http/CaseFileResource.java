package dev.mhc.coach.http;

import dev.mhc.coach.entity.Assessment;
import dev.mhc.coach.entity.AssessmentType;
import dev.mhc.coach.entity.Conversation;
import dev.mhc.coach.entity.EmergencyContact;
import dev.mhc.coach.entity.ImportantMemory;
import dev.mhc.coach.entity.SessionSchedule;
import dev.mhc.coach.entity.UserProfile;
import dev.mhc.coach.store.CaseFiles;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What is known of {@code /users/{user}}, to be read. */
final class CaseFileResource {

    private final CaseFiles caseFiles;

    CaseFileResource(CaseFiles caseFiles) {
        this.caseFiles = caseFiles;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/users/{user}/profiles", list(caseFiles::profiles, ProfileResponse::of));
        routes.get("/users/{user}/session-schedules", list(caseFiles::schedules, ScheduleResponse::of));
        routes.get("/users/{user}/emergency-contacts", list(caseFiles::emergencyContacts, ContactResponse::of));
        routes.get("/users/{user}/memories", list(caseFiles::memories, MemoryResponse::of));
        routes.get("/users/{user}/assessments", list(caseFiles::assessments, AssessmentResponse::of));
    }

    /** How a user lives and wants to be talked to. */
    record ProfileResponse(
            @Nullable Long id,
            @Nullable Integer age,
            @Nullable String location,
            @Nullable Integer anxietyScore,
            @Nullable Integer depressionScore,
            @Nullable String communicationPreference,
            @Nullable Integer sessionFrequency,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {

        static ProfileResponse of(UserProfile profile) {
            return new ProfileResponse(
                    profile.getId(),
                    profile.getAge(),
                    profile.getLocation(),
                    profile.getAnxietyScore(),
                    profile.getDepressionScore(),
                    profile.getCommunicationPreference(),
                    profile.getSessionFrequency(),
                    profile.getCreatedAt(),
                    profile.getUpdatedAt());
        }
    }

    /** When a user wants a session. */
    record ScheduleResponse(
            @Nullable Long id,
            @Nullable Integer dayOfWeek,
            @Nullable Integer hour,
            @Nullable Integer minute,
            @Nullable Boolean active,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {

        static ScheduleResponse of(SessionSchedule schedule) {
            return new ScheduleResponse(
                    schedule.getId(),
                    schedule.getDayOfWeek(),
                    schedule.getHour(),
                    schedule.getMinute(),
                    schedule.isActive(),
                    schedule.getCreatedAt(),
                    schedule.getUpdatedAt());
        }
    }

    /** Whom to call. */
    record ContactResponse(
            @Nullable Long id,
            String name,
            @Nullable String relationshipType,
            String phoneNumber,
            @Nullable String email,
            boolean primary,
            Instant createdAt,
            Instant updatedAt) {

        static ContactResponse of(EmergencyContact contact) {
            return new ContactResponse(
                    contact.getId(),
                    contact.getName(),
                    contact.getRelationshipType(),
                    contact.getPhoneNumber(),
                    contact.getEmail(),
                    contact.isPrimary(),
                    contact.getCreatedAt(),
                    contact.getUpdatedAt());
        }
    }

    /** What should be remembered. */
    record MemoryResponse(
            @Nullable Long id,
            @Nullable Long conversationId,
            String content,
            @Nullable String category,
            double importanceScore,
            Instant createdAt,
            Instant updatedAt) {

        static MemoryResponse of(ImportantMemory memory) {
            return new MemoryResponse(
                    memory.getId(),
                    idOf(memory.getConversation()),
                    memory.getContent(),
                    memory.getCategory(),
                    memory.getImportanceScore(),
                    memory.getCreatedAt(),
                    memory.getUpdatedAt());
        }
    }

    /** What a questionnaire said. */
    record AssessmentResponse(
            @Nullable Long id,
            @Nullable Long conversationId,
            AssessmentType type,
            double score,
            Instant takenAt,
            @Nullable String responses,
            @Nullable String notes) {

        static AssessmentResponse of(Assessment assessment) {
            return new AssessmentResponse(
                    assessment.getId(),
                    idOf(assessment.getConversation()),
                    assessment.getType(),
                    assessment.getScore(),
                    assessment.getTakenAt(),
                    assessment.getResponses(),
                    assessment.getNotes());
        }
    }

    private static @Nullable Long idOf(@Nullable Conversation conversation) {
        return conversation == null ? null : conversation.getId();
    }

    private static <E, R> Handler list(LongFunction<List<E>> ofUser, Function<E, R> response) {
        return context -> context.json(
                ofUser.apply(Request.id(context, "user")).stream().map(response).toList());
    }
}
