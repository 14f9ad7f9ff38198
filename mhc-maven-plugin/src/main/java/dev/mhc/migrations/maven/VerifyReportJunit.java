package dev.mhc.migrations.maven;

import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.IgnoredTable;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report of a comparison as test results, a test a table or sequence: failed with differences that fail the build, skipped if it
 * was not compared, else passed.
 */
final class VerifyReportJunit {

    private static final String NAME = "mhc-verify-schema";

    private final VerifyOutcome outcome;
    private final XMLStreamWriter xml;
    private final Map<String, List<Difference>> differences;
    private final Map<String, String> skipped = new TreeMap<>();

    private VerifyReportJunit(VerifyOutcome outcome, XMLStreamWriter xml) {
        this.outcome = outcome;
        this.xml = xml;
        SchemaReport report = outcome.report();
        this.differences = report.differences().stream()
                .collect(Collectors.groupingBy(Difference::table, TreeMap::new, Collectors.toList()));
        report.compared()
                .uncheckedTables()
                .forEach(table -> skipped.put(table, "left out; the notes of the suite say why"));
        for (IgnoredTable table : report.ignored()) {
            skipped.put(table.table(), "ignored: " + table.reason());
        }
        report.compared().tables().forEach(skipped::remove);
        report.compared().sequences().forEach(skipped::remove);
    }

    static String write(VerifyOutcome outcome) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new VerifyReportJunit(outcome, xml).suite();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    private void suite() throws XMLStreamException {
        TreeSet<String> tables = new TreeSet<>(outcome.report().compared().tables());
        tables.addAll(outcome.report().compared().sequences());
        tables.addAll(differences.keySet());
        tables.addAll(skipped.keySet());
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuite");
        attribute("name", NAME + "." + outcome.module());
        attribute("tests", Integer.toString(tables.size()));
        attribute(
                "failures",
                Long.toString(tables.stream()
                        .filter(table -> differences(table, true).findAny().isPresent())
                        .count()));
        attribute("errors", "0");
        attribute("skipped", Integer.toString(skipped.size()));
        attribute("time", "0");
        properties();
        for (String table : tables) {
            testCase(table);
        }
        suiteNotes();
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void properties() throws XMLStreamException {
        SchemaReport.Compared compared = outcome.report().compared();
        line(1);
        xml.writeStartElement("properties");
        property("database", outcome.database().withoutCredentials());
        property("dialect", compared.dialect() + " " + compared.version());
        property("failOn", outcome.failOn().label());
        line(1);
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        line(2);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void testCase(String table) throws XMLStreamException {
        List<Difference> failing = differences(table, true).toList();
        List<Difference> others = differences(table, false).toList();
        Optional<String> reason = Optional.ofNullable(skipped.get(table));
        line(1);
        xml.writeStartElement("testcase");
        // A server that shows several modules tells tests apart by this pair.
        attribute("classname", NAME + "." + outcome.module());
        attribute("name", table);
        attribute("time", "0");
        if (!failing.isEmpty()) {
            line(2);
            xml.writeStartElement("failure");
            attribute("type", GoalError.SCHEMA_DIFFERS.label());
            attribute("message", message(failing));
            xml.writeCharacters(Printable.lines(lines(failing)));
            xml.writeEndElement();
        } else if (reason.isPresent()) {
            line(2);
            xml.writeEmptyElement("skipped");
            attribute("message", reason.get());
        }
        if (!others.isEmpty()) {
            output(2, lines(others));
        }
        line(1);
        xml.writeEndElement();
    }

    private Stream<Difference> differences(String table, boolean failing) {
        return differences.getOrDefault(table, List.of()).stream()
                .filter(difference -> outcome.isFailure(difference) == failing);
    }

    private static String message(List<Difference> failing) {
        Difference first = failing.get(0);
        return first.place() + ": expected " + first.expected() + ", found " + first.found()
                + (failing.size() == 1 ? "" : ", and " + (failing.size() - 1) + " more");
    }

    private static String lines(List<Difference> some) {
        return some.stream().map(VerifyReportText::line).collect(Collectors.joining("\n"));
    }

    private void suiteNotes() throws XMLStreamException {
        List<String> notes = new ArrayList<>();
        outcome.report().notes().forEach(note -> notes.add("left out: " + note));
        outcome.report().unusedPatterns().forEach(pattern -> notes.add("ignores nothing: pattern " + pattern));
        if (!notes.isEmpty()) {
            output(1, String.join("\n", notes));
        }
    }

    private void output(int depth, String text) throws XMLStreamException {
        line(depth);
        xml.writeStartElement("system-out");
        xml.writeCharacters(Printable.lines(text));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.line(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
