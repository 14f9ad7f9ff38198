package dev.mhc.migrations.maven;

/** What a report is written as. */
enum ReportFormat {
    /** What the log shows. */
    TEXT,
    /** Stable, for programs. */
    JSON,
    /** What servers of continuous integration show as tests. */
    JUNIT
}
