package dev.schemawatch.report;

import dev.schemawatch.finding.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that is to be known about a rule, in lines of 80 characters at most. */
public final class RuleSheet {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    private final Paint paint;

    public RuleSheet(Paint paint) {
        this.paint = paint;
    }

    /**
     * An option that the configuration may give the rule.
     *
     * @param name of the key below the rule's
     * @param value what it must be, as a noun phrase
     * @param standard its default as it would be written; empty when there is none
     */
    public record Option(String name, String value, Optional<String> standard, String description) {}

    /**
     * The sheet.
     *
     * @param example a repository with what is found in it, in lines that fit; empty where there is none
     */
    public String text(RuleState state, List<Option> options, Optional<String> example) {
        Rule rule = state.rule();
        StringBuilder text = new StringBuilder();
        line(
                text,
                paint.strong(rule.id()) + ": "
                        + paint.severity(state.severity(), state.severity().word()) + ", " + state.state());
        text.append('\n');
        Paragraph.lines(rule.summary() + ".", WIDTH).forEach(line -> line(text, line));
        section(text, "Why", rule.why());
        section(text, "Instead", rule.instead());
        example.ifPresent(found -> {
            heading(text, "Example");
            found.lines().forEach(line -> line(text, line.isEmpty() ? "" : INDENT + line));
        });
        options(text, options);
        if (DriftRules.contains(rule)) {
            section(
                    text,
                    "In schemawatch.yaml",
                    "It is no check, but what reports call a difference that schemawatch drift finds, and cannot be switched"
                            + " off. --fail-on says from which severity on drift ends with status 2.");
            return text.toString();
        }
        if (rule.mandatory()) {
            section(text, "In schemawatch.yaml", "It can neither be switched off nor lowered.");
        } else {
            heading(text, "In schemawatch.yaml");
            line(text, INDENT + "rules:");
            line(text, INDENT + "  " + rule.id() + ": " + (state.inForce().isPresent() ? "off" : "on"));
        }
        if (rule.suppressible()) {
            heading(text, "At one place, in a comment (///, -- or # as the language has it)");
            line(text, INDENT + "schemawatch-ignore " + rule.id() + ": why it does not apply here");
        } else {
            section(text, "At one place", "Its errors cannot be suppressed by a comment.");
        }
        names(text, rule);
        return text.toString();
    }

    private void options(StringBuilder text, List<Option> options) {
        if (options.isEmpty()) {
            return;
        }
        heading(text, "Options");
        for (Option option : options) {
            String standard =
                    option.standard().map(value -> " (default: " + value + ")").orElse("");
            paragraph(text, option.name() + ": " + option.value() + standard, INDENT);
            paragraph(text, option.description().replace("`", ""), INDENT + INDENT);
        }
    }

    private void names(StringBuilder text, Rule rule) {
        if (!rule.formerIds().isEmpty()) {
            section(text, "Formerly", String.join(", ", rule.formerIds()));
        }
        if (!rule.aliases().isEmpty()) {
            section(
                    text,
                    "Elsewhere",
                    rule.aliases().stream()
                            .map(alias -> alias.name() + " (" + alias.tool() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private void section(StringBuilder text, String heading, String content) {
        heading(text, heading);
        paragraph(text, content, INDENT);
    }

    private void heading(StringBuilder text, String heading) {
        text.append('\n');
        line(text, paint.strong(heading));
    }

    private static void paragraph(StringBuilder text, String content, String indent) {
        Paragraph.lines(content, WIDTH - indent.length()).forEach(line -> line(text, indent + line));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
