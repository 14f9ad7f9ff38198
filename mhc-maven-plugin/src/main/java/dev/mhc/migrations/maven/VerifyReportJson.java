package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.Difference.Kind;
import dev.mhc.migrations.schema.Difference.Severity;
import java.io.IOException;
import java.util.Optional;

/** The report of a comparison for programs; {@code docs/verify-schema.md} describes it. */
final class VerifyReportJson {

    private VerifyReportJson() {}

    static String write(VerifyOutcome outcome) {
        SchemaReport report = outcome.report();
        return JsonReport.of("verify-schema", json -> {
            json.text("module", outcome.module());
            json.text("database", outcome.database().withoutCredentials());
            json.object("dialect", dialect -> {
                dialect.text("name", report.compared().dialect());
                dialect.text("version", report.compared().version());
            });
            json.text("failOn", outcome.failOn().label());
            json.text("result", outcome.fails() ? "failed" : "passed");
            json.object("counts", counts -> {
                for (Severity severity : Severity.values()) {
                    counts.number(
                            JsonReport.constant(severity),
                            report.differences().stream()
                                    .filter(difference -> difference.severity() == severity)
                                    .count());
                }
            });
            json.texts("entities", report.compared().entities());
            json.texts("tables", report.compared().tables());
            json.texts("sequences", report.compared().sequences());
            json.objects("differences", report.differences(), VerifyReportJson::difference);
            json.object("leftOut", leftOut -> {
                leftOut.texts("tables", report.compared().uncheckedTables());
                leftOut.texts("notes", report.notes());
            });
            json.objects("ignored", report.ignored(), (item, table) -> {
                item.text("table", table.table());
                item.text("rule", JsonReport.constant(table.rule()));
                item.text("by", table.by());
            });
            json.texts("unusedPatterns", report.unusedPatterns());
        });
    }

    private static void difference(JsonReport json, Difference difference) throws IOException {
        Kind kind = difference.code().kind();
        Optional<String> part = difference.part();
        json.text("severity", JsonReport.constant(difference.severity()));
        json.text("code", difference.code().label());
        json.text("kind", JsonReport.constant(kind));
        json.text("table", difference.table());
        json.text("column", part.filter(name -> kind == Kind.COLUMN));
        json.text("constraint", part.filter(name -> kind != Kind.COLUMN));
        json.text("place", difference.place());
        json.text("expected", difference.expected());
        json.text("found", difference.found());
        json.text("wayOut", difference.wayOut());
    }
}
