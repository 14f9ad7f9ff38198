package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.schema.Difference;

/**
 * What a comparison of entities and database found, and what that means to the build.
 *
 * @param module whose entities they are
 */
record VerifyOutcome(String module, DatabaseUrl database, SchemaReport report, FailOn failOn) {

    /** Whether this difference fails the build. */
    boolean isFailure(Difference difference) {
        return failOn.isMetBy(difference.severity());
    }

    /** Whether the build fails. */
    boolean fails() {
        return report.differences().stream().anyMatch(this::isFailure);
    }

    /** What was compared with the database: {@code 11 entities in 11 tables}. */
    String compared() {
        return Wording.count(report.entities(), "entity", "entities") + " in "
                + Wording.count(report.tables(), "table");
    }

    /** The result in one sentence. */
    String summary() {
        if (report.differences().isEmpty()) {
            return "The database has all that " + compared() + " expect: no difference.";
        }
        return "The database differs from " + compared() + " in " + SchemaReportTable.counts(report)
                + (fails() ? "; " : "; none fails the build, since ") + "mhc.failOn is " + failOn.label() + ".";
    }
}
