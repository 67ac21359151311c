package dev.schemawatch.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** JSON as text: ASCII with escapes, so that no name in it can do anything to a terminal. Ends with a line feed. */
final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    /** One value over several lines, indented. */
    static String document(Content content) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return text(
                content,
                new DefaultPrettyPrinter()
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter)
                        .withoutSpacesInObjectEntries());
    }

    /** One object on one line. */
    static String line(Content fields) {
        return text(json -> object(json, fields), null);
    }

    /** Writes an object. */
    static void object(JsonGenerator json, Content fields) throws IOException {
        json.writeStartObject();
        fields.write(json);
        json.writeEndObject();
    }

    /** Writes a field that is an object. */
    static void object(JsonGenerator json, String name, Content fields) throws IOException {
        json.writeFieldName(name);
        object(json, fields);
    }

    /** Writes a field that is an array of objects, one for each of these. */
    static <T> void objects(JsonGenerator json, String name, Iterable<T> all, Each<T> fields) throws IOException {
        json.writeArrayFieldStart(name);
        for (T one : all) {
            object(json, inner -> fields.write(inner, one));
        }
        json.writeEndArray();
    }

    private static String text(Content content, @Nullable DefaultPrettyPrinter printer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (printer != null) {
                json.setPrettyPrinter(printer);
            }
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory", e);
        }
        return text.append('\n').toString();
    }

    /** Writes something to a generator. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes something about a value to a generator. */
    @FunctionalInterface
    interface Each<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }
}
