package dev.schemawatch.report;

import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The environment of an application as text for people: a line for each variable, then what is found. No value is in it. */
public final class EnvReport {
    private static final int WIDEST_NAME = 48;

    private final Paint paint;

    public EnvReport(Paint paint) {
        this.paint = paint;
    }

    /**
     * One variable.
     *
     * @param places where it is set, the one that counts first; empty when it is not set
     * @param unread files that may set it too, and could not be read
     * @param worst the gravest of what is found about it
     */
    public record Variable(String name, List<String> places, List<String> unread, Optional<Finding> worst) {
        public Variable {
            Objects.requireNonNull(name);
            places = List.copyOf(places);
            unread = List.copyOf(unread);
            Objects.requireNonNull(worst);
        }
    }

    /**
     * The report.
     *
     * @param heading whose environment it is, and what it is made of
     * @param variables sorted by name
     */
    public String text(String heading, List<Variable> variables, Outcome outcome, Duration elapsed) {
        StringBuilder text = new StringBuilder(paint.strong(Printable.of(heading))).append('\n');
        int width = variables.stream()
                .mapToInt(variable -> Printable.of(variable.name()).length())
                .filter(length -> length <= WIDEST_NAME)
                .max()
                .orElse(0);
        for (Variable variable : variables) {
            String name = Printable.of(variable.name());
            text.append("  ")
                    .append(state(variable))
                    .append("  ")
                    .append(name)
                    .append(" ".repeat(Math.max(0, width - name.length())))
                    .append("  ")
                    .append(paint.faint(places(variable)))
                    .append('\n');
        }
        return text.append('\n')
                .append(new TextReport(paint).check(outcome, elapsed))
                .toString();
    }

    private String state(Variable variable) {
        if (variable.places().isEmpty() && !variable.unread().isEmpty()) {
            return "unknown";
        }
        if (variable.places().isEmpty()) {
            return variable.worst()
                    .map(worst -> paint.severity(worst.severity(), "missing"))
                    .orElse("not set");
        }
        return variable.worst()
                .map(worst -> paint.severity(
                        worst.severity(), "%-7s".formatted(worst.severity().word())))
                .orElseGet(() -> paint.good("%-7s".formatted("ok")));
    }

    private static String places(Variable variable) {
        if (variable.places().isEmpty()) {
            return variable.unread().isEmpty()
                    ? "set nowhere"
                    : "perhaps in " + Printable.of(String.join(", ", variable.unread())) + ", which could not be read";
        }
        String first = Printable.of(variable.places().getFirst());
        List<String> hidden =
                variable.places().stream().skip(1).map(Printable::of).toList();
        return hidden.isEmpty() ? first : first + " (counts before " + String.join(", ", hidden) + ")";
    }
}
