package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mhc.migrations.engine.MigrationStatus;
import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Kind;
import dev.mhc.migrations.schema.Difference.Severity;
import dev.mhc.migrations.schema.IgnoredTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the document says of the layout is what is written, to the byte. */
final class ReportsDocumentTest {

    private static final DatabaseUrl SERVER =
            new DatabaseUrl("jdbc:postgresql://localhost:5432/shop", Optional.empty());
    private static final DatabaseUrl FILE = new DatabaseUrl("jdbc:sqlite:/srv/shop/shop.db", Optional.empty());

    private static String document() throws Exception {
        return Files.readString(Path.of("..", "docs", "verify-schema.md"));
    }

    @Test
    void exampleOfVerifySchema_isWhatIsWritten() throws Exception {
        SchemaReport report = new SchemaReport(
                List.of(new Difference(
                        Severity.ERROR,
                        Code.MISSING_COLUMN,
                        "users",
                        Optional.of("nickname"),
                        "varchar(255)",
                        "nothing",
                        "Add it: schema.alterTable(\"users\", t -> t.addColumn(\"nickname\", varchar(255)))")),
                List.of("…"),
                new SchemaReport.Compared(
                        "PostgreSQL", "17.11", List.of("org.example.shop.User"), List.of("users"), List.of("audits")),
                List.of(new IgnoredTable("spatial_ref_sys", IgnoredTable.Rule.EXTENSION, "postgis")),
                List.of());

        assertThat(document())
                .contains("```json\n" + VerifyReportJson.write(new VerifyOutcome("shop", SERVER, report, FailOn.ERROR))
                        + "```\n");
    }

    @Test
    void exampleOfStatus_isWhatIsWritten() throws Exception {
        MigrationStatus migration = new MigrationStatus(
                "app",
                20250601180102L,
                "Add is_verified to users",
                MigrationStatus.State.APPLIED,
                Optional.of(Instant.parse("2025-06-02T09:30:00.120Z")),
                Optional.of(Duration.ofMillis(13)),
                Optional.of("scott"),
                Optional.of("9f2c41aa…"),
                Optional.of("9f2c41aa…"));

        assertThat(document())
                .contains("```json\n" + StatusReportJson.write("shop", FILE, List.of(migration)) + "```\n");
    }

    @Test
    void everyCode_isListedUnderItsKind() throws Exception {
        for (Kind kind : Kind.values()) {
            assertThat(document())
                    .contains("| `" + JsonReport.constant(kind) + "` | "
                            + Arrays.stream(Code.values())
                                    .filter(code -> code.kind() == kind)
                                    .map(code -> "`" + code.label() + "`")
                                    .collect(Collectors.joining(", "))
                            + " |\n");
        }
    }

    @Test
    void everyMemberOfADifference_isExplainedOrSaysItself() throws Exception {
        String document = document();
        String example = document.substring(document.indexOf("```json\n") + 8, document.indexOf("```\n\n| member"));
        JsonNode difference = new ObjectMapper().readTree(example).at("/differences/0");
        assertThat(difference.fieldNames())
                .toIterable()
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }
}
