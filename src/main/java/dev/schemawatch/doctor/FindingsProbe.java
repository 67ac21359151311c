package dev.schemawatch.doctor;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of the repository, by what the checks find in it.
 *
 * @param what was checked, as the beginning of a sentence
 * @param findings in it, the gravest first
 * @param command tells more about them
 */
record FindingsProbe(Subject subject, String what, List<Finding> findings, String command) implements Probe {
    FindingsProbe {
        findings = List.copyOf(findings);
    }

    @Override
    public Stream<Diagnosis> examine() {
        if (findings.isEmpty()) {
            return Stream.of(subject.ok(what + "."));
        }
        Finding first = findings.getFirst();
        String message = what + ": " + tally() + ". First: " + first.location().display() + ": " + first.rule() + ": "
                + first.message();
        return Stream.of(
                switch (first.severity()) {
                    case ERROR -> subject.error(message, List.of(command));
                    case WARNING -> subject.warning(message, List.of(command));
                    case INFO -> subject.ok(message);
                });
    }

    private String tally() {
        return Stream.of(Severity.values())
                .map(this::count)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String count(Severity severity) {
        long number = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return switch ((int) Math.min(2, number)) {
            case 0 -> "";
            case 1 -> "1 " + severity.word();
            default -> number + " " + severity.word() + (severity == Severity.INFO ? "" : "s");
        };
    }
}
