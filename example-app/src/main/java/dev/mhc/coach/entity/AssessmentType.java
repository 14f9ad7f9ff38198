package dev.mhc.coach.entity;

/** The questionnaires; the constants are spelled as the database has always stored them. */
@SuppressWarnings("MemberName")
public enum AssessmentType {
    /** Generalized anxiety, seven questions. */
    gad7,
    /** Depression, nine questions. */
    phq9,
    /** One number for the mood of the moment. */
    mood
}
