package dev.mhc.migrations.maven;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes one JSON document, for people to read as well; the same bytes on every system. */
final class JsonReport {

    /** The number of the layout of all reports; it grows when a reader of an older one would go wrong. */
    static final int FORMAT = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    /** What stands in an object or array. */
    interface Body {
        void write(JsonReport json) throws IOException;
    }

    private final JsonGenerator json;

    private JsonReport(JsonGenerator json) {
        this.json = json;
    }

    /**
     * A document.
     *
     * @param name what it reports
     */
    static String of(String name, Body body) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            JsonReport report = new JsonReport(generator);
            generator.writeStartObject();
            generator.writeNumberField("format", FORMAT);
            report.text("report", name);
            body.write(report);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    void text(String name, String value) throws IOException {
        json.writeStringField(name, value);
    }

    /** A text, or {@code null} where there is none. */
    void text(String name, Optional<String> value) throws IOException {
        json.writeFieldName(name);
        if (value.isPresent()) {
            json.writeString(value.get());
        } else {
            json.writeNull();
        }
    }

    void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    /** A number, or {@code null} where there is none. */
    void number(String name, Optional<Long> value) throws IOException {
        json.writeFieldName(name);
        if (value.isPresent()) {
            json.writeNumber(value.get());
        } else {
            json.writeNull();
        }
    }

    void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    void object(String name, Body body) throws IOException {
        json.writeObjectFieldStart(name);
        body.write(this);
        json.writeEndObject();
    }

    /** What is written for one item. */
    interface ItemBody<T> {
        void write(JsonReport json, T item) throws IOException;
    }

    <T> void objects(String name, List<T> items, ItemBody<T> body) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            json.writeStartObject();
            body.write(this, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A constant as reports have it: {@code out_of_order}. */
    static String constant(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
