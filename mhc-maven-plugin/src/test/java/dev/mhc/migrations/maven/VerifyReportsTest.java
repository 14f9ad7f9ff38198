package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The files of a comparison of a real database that has the worst names, read back by parsers. */
final class VerifyReportsTest {

    private static final String ODD = "größe 😀 <&>\"']]>\t\n\r\u0001\u000B\u0085\uFFFE";

    private static final EntitySchema ENTITIES = new EntitySchema() {
        @Override
        public String module() {
            return "app";
        }

        @Override
        public Schema schema() {
            return new Schema(List.of(
                    Table.named("fine")
                            .column(Column.of("a", ColumnType.text()))
                            .build(),
                    Table.named(ODD)
                            .column(Column.of("a", ColumnType.text()))
                            .column(Column.of("c" + ODD, ColumnType.text()))
                            .build()));
        }

        @Override
        public List<String> entities() {
            return List.of("app.Fine", "app.Odd");
        }

        @Override
        public List<String> notes() {
            return List.of("app.Left.out: <not> understood.");
        }

        @Override
        public List<String> uncheckedTables() {
            return List.of("left_out");
        }
    };

    @TempDir
    Path folder;

    private SchemaReport report = new SchemaReport(
            List.of(),
            List.of(),
            new SchemaReport.Compared("", "", List.of(), List.of(), List.of()),
            List.of(),
            List.of());

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @BeforeEach
    void compare() throws Exception {
        DriverDataSource dataSource =
                new DriverDataSource(new org.sqlite.JDBC(), "jdbc:sqlite:" + file(), Credentials.NONE);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE fine (a TEXT, more TEXT)");
            statement.executeUpdate("CREATE TABLE " + quoted(ODD) + " (a TEXT)");
            statement.executeUpdate("CREATE TABLE " + quoted("legacy_" + ODD) + " (a TEXT)");
            statement.executeUpdate("CREATE TABLE extra (a TEXT)");
            statement.executeUpdate("CREATE TABLE left_out (a TEXT)");
            statement.executeUpdate("CREATE VIRTUAL TABLE search USING fts5(a)");
        }
        report = Migrator.builder(dataSource)
                .registries(List.of())
                .entitySchemas(List.of(ENTITIES))
                .ignore("legacy_*", "nothing_<*")
                .build()
                .verifySchema();
    }

    private Path file() {
        return folder.resolve("test.db");
    }

    private VerifyOutcome outcome(FailOn failOn) {
        return new VerifyOutcome("shop", new DatabaseUrl("jdbc:sqlite:" + file(), Optional.of(file())), report, failOn);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void json_hasAllOfIt_andEveryCharacter() throws Exception {
        String text = VerifyReportJson.write(outcome(FailOn.ERROR));
        assertThat(text).doesNotContain("\r").endsWith("}\n");
        JsonNode json = new ObjectMapper().readTree(text);

        assertThat(json.get("format").asInt()).isEqualTo(1);
        assertThat(json.get("report").asText()).isEqualTo("verify-schema");
        assertThat(json.get("module").asText()).isEqualTo("shop");
        assertThat(json.get("database").asText()).isEqualTo("jdbc:sqlite:" + file());
        assertThat(json.at("/dialect/name").asText()).isEqualTo("SQLite");
        assertThat(json.at("/dialect/version").asText()).startsWith("3.");
        assertThat(json.get("failOn").asText()).isEqualTo("error");
        assertThat(json.get("result").asText()).isEqualTo("failed");
        assertThat(json.get("counts").toString()).isEqualTo("{\"error\":1,\"warning\":0,\"info\":2}");
        assertThat(texts(json.get("entities"))).containsExactly("app.Fine", "app.Odd");
        assertThat(texts(json.get("tables"))).containsExactly("fine", ODD);
        assertThat(texts(json.at("/leftOut/tables"))).containsExactly("left_out");
        assertThat(texts(json.at("/leftOut/notes"))).containsExactly("app.Left.out: <not> understood.");
        assertThat(texts(json.get("unusedPatterns"))).containsExactly("nothing_<*");
        assertThat(json.get("differences")).hasSize(3);
        JsonNode missing = StreamSupport.stream(json.get("differences").spliterator(), false)
                .filter(difference -> difference.get("severity").asText().equals("error"))
                .findFirst()
                .orElseThrow();
        assertThat(missing.get("code").asText()).isEqualTo("MissingColumn");
        assertThat(missing.get("kind").asText()).isEqualTo("column");
        assertThat(missing.get("table").asText()).isEqualTo(ODD);
        assertThat(missing.get("column").asText()).isEqualTo("c" + ODD);
        assertThat(missing.get("constraint").isNull()).isTrue();
        assertThat(missing.get("expected").asText()).isEqualTo("text");
        assertThat(missing.get("found").asText()).isEqualTo("nothing");
        assertThat(missing.get("wayOut").asText()).startsWith("Add it: ");
        List<String> ignored = new ArrayList<>();
        json.get("ignored")
                .forEach(table -> ignored.add(table.get("table").asText() + "|"
                        + table.get("rule").asText() + "|" + table.get("by").asText()));
        assertThat(ignored)
                .contains(
                        "legacy_" + ODD + "|pattern|legacy_*",
                        "search|virtual_table|search",
                        "search_data|virtual_table|search")
                .hasSize(7);
    }

    @Test
    void result_followsFailOn() throws Exception {
        for (FailOn failOn : FailOn.values()) {
            assertThat(new ObjectMapper()
                            .readTree(VerifyReportJson.write(outcome(failOn)))
                            .get("result")
                            .asText())
                    .isEqualTo(failOn == FailOn.NEVER ? "passed" : "failed");
        }
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static List<String> cases(Document xml, String with) {
        return elements(xml.getElementsByTagName("testcase")).stream()
                .filter(test -> test.getElementsByTagName(with).getLength() == 1)
                .map(test -> test.getAttribute("name"))
                .toList();
    }

    @Test
    void junit_hasATestForEachTable() throws Exception {
        Document xml = parsed(VerifyReportJunit.write(outcome(FailOn.ERROR)));
        String odd = "größe 😀 <&>\"']]>\\t\\n\\r\\u0001\\u000b\\u0085\\ufffe";

        Element suite = xml.getDocumentElement();
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("mhc-verify-schema.shop");
        List<Element> tests = elements(xml.getElementsByTagName("testcase"));
        assertThat(suite.getAttribute("tests")).isEqualTo("11").isEqualTo(Integer.toString(tests.size()));
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo("8");
        assertThat(tests).extracting(test -> test.getAttribute("classname")).containsOnly("mhc-verify-schema.shop");
        assertThat(cases(xml, "failure")).containsExactly(odd);
        assertThat(cases(xml, "skipped"))
                .contains("left_out", "legacy_" + odd, "search", "search_idx")
                .hasSize(8);
        // Differences that do not fail the build are told where they are.
        assertThat(cases(xml, "system-out")).containsExactly("extra", "fine");
        Element failure = elements(xml.getElementsByTagName("failure")).get(0);
        assertThat(failure.getAttribute("type")).isEqualTo("SchemaDiffers");
        assertThat(failure.getAttribute("message")).isEqualTo(odd + ".c" + odd + ": expected text, found nothing");
        assertThat(failure.getTextContent())
                .startsWith("error MissingColumn größe")
                .contains("Add it: ");
        assertThat(suite.getLastChild().getPreviousSibling().getTextContent())
                .isEqualTo("left out: app.Left.out: <not> understood.\nignores nothing: pattern nothing_<*");
    }

    @Test
    void junit_failsWhatFailsTheBuild() throws Exception {
        assertThat(cases(parsed(VerifyReportJunit.write(outcome(FailOn.NEVER))), "failure"))
                .isEmpty();
        assertThat(cases(parsed(VerifyReportJunit.write(outcome(FailOn.INFO))), "failure"))
                .hasSize(3);
    }

    @Test
    void text_isWhatTheLogShows() {
        assertThat(VerifyReportText.write(outcome(FailOn.NEVER)))
                .startsWith("Database " + file() + ", SQLite 3.")
                .contains("\nleft out  app.Left.out: <not> understood.\n")
                .contains("ignored   search, search_config, search_content, search_data, search_docsize, search_idx"
                        + "  (virtual table search)\n")
                .contains("\nunused    pattern nothing_<*, which ignores nothing\n")
                .endsWith("The database differs from 2 entities in 2 tables in 3 places (1 error, 2 info);"
                        + " none fails the build, since mhc.failOn is never.\n");
    }

    private MavenProject module() {
        MavenProject module = new MavenProject();
        module.setArtifactId("shop");
        module.setFile(folder.resolve("shop/pom.xml").toFile());
        module.setBuild(new Build());
        module.getBuild().setDirectory(folder.resolve("built/shop").toString());
        return module;
    }

    @Test
    void folder_isMade_andAnEarlierReportIsReplaced() throws Exception {
        ReportFolder reports = ReportFolder.of(folder.resolve("shop/target/mhc-reports"), module());
        reports.write("a.json", "longer than the second");
        Path file = reports.write("a.json", "größe");
        assertThat(file).isEqualTo(folder.resolve("shop/target/mhc-reports/a.json"));
        assertThat(Files.readString(file)).isEqualTo("größe");
        try (var files = Files.list(file.resolveSibling("."))) {
            assertThat(files).hasSize(1);
        }
        reports.discard("a.json");
        assertThat(file).doesNotExist();
        reports.discard("a.json");
    }

    @Test
    void folderOutsideOfTheModule_isDividedByModule() throws Exception {
        assertThat(ReportFolder.of(folder.resolve("reports"), module()).write("a", ""))
                .isEqualTo(folder.resolve("reports/shop/a"));
        assertThat(ReportFolder.of(folder.resolve("built/shop/mhc-reports"), module())
                        .write("a", ""))
                .isEqualTo(folder.resolve("built/shop/mhc-reports/a"));
    }

    @Test
    void fileInTheWay_isToldByItsName() throws Exception {
        Files.writeString(folder.resolve("taken"), "");
        ReportFolder reports = new ReportFolder(folder.resolve("taken"));
        assertThatThrownBy(() -> reports.write("a.json", ""))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[UnwritableReport] The report " + folder.resolve("taken/a.json"));
    }

    @Test
    void list_isReadWithBlanksAndGaps() {
        assertThat(AbstractReportMojo.entries(List.of(" a", "", "b "))).containsExactly("a", "b");
        assertThat(AbstractReportMojo.entries(null)).isEmpty();
    }
}
