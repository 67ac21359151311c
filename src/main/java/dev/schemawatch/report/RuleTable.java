package dev.schemawatch.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** All rules at a glance, in lines of 80 characters at most, or as JSON. */
public final class RuleTable {
    private static final int WIDTH = 80;
    private static final int SEVERITY = 9;
    private static final int STATE = 5;

    private final Paint paint;

    public RuleTable(Paint paint) {
        this.paint = paint;
    }

    /** A line for each rule, more where its summary is longer than what is left of a line. */
    public String text(List<RuleState> rules) {
        int name = 2
                + rules.stream()
                        .mapToInt(state -> state.rule().id().length())
                        .max()
                        .orElse(0);
        StringBuilder text = new StringBuilder();
        for (RuleState state : rules) {
            List<String> summary = Paragraph.lines(state.rule().summary(), WIDTH - name - SEVERITY - STATE);
            text.append(paint.strong(padded(state.rule().id(), name)))
                    .append(paint.severity(
                            state.severity(), padded(state.severity().word(), SEVERITY)))
                    .append(padded(state.state(), STATE))
                    .append(summary.getFirst())
                    .append('\n');
            summary.stream()
                    .skip(1)
                    .forEach(line -> text.append(padded("", name + SEVERITY + STATE))
                            .append(line)
                            .append('\n'));
        }
        long on = rules.stream().filter(state -> state.inForce().isPresent()).count();
        return text.append('\n')
                .append(Words.count(rules.size(), "rule"))
                .append(", ")
                .append(on)
                .append(" on. What is behind one: schemawatch explain RULE\n")
                .toString();
    }

    /** One object with the array {@code rules}; see {@code src/site/markdown/json.md}. */
    public static String json(List<RuleState> rules) {
        return Json.document(json -> Json.object(json, root -> {
            root.writeNumberField("schemaVersion", 1);
            Json.objects(root, "rules", rules, RuleTable::rule);
        }));
    }

    private static void rule(JsonGenerator json, RuleState state) throws IOException {
        json.writeStringField("rule", state.rule().id());
        json.writeStringField("severity", state.severity().word());
        json.writeBooleanField("on", state.inForce().isPresent());
        json.writeBooleanField("onByDefault", !state.rule().optIn());
        json.writeBooleanField("suppressible", state.rule().suppressible());
        json.writeStringField("summary", state.rule().summary());
        json.writeStringField("why", state.rule().why());
        json.writeStringField("instead", state.rule().instead());
        json.writeArrayFieldStart("formerIds");
        for (String id : state.rule().formerIds()) {
            json.writeString(id);
        }
        json.writeEndArray();
        Json.objects(json, "aliases", state.rule().aliases(), (inner, alias) -> {
            inner.writeStringField("tool", alias.tool());
            inner.writeStringField("name", alias.name());
        });
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
