package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.finding.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Flags the comment that Prisma puts above a migration which may lose data or fail, as long as it is there. */
public final class UnresolvedPrismaWarning implements SafetyCheck {
    private static final Rule RULE = Rule.of(UnresolvedPrismaWarning.class, Severity.WARNING)
            .summary("Prisma warned of this migration, and nobody has answered")
            .why("The comment lists statements that lose data or fail on tables that are not empty. It stands"
                    + " there until somebody has thought about each.")
            .instead("See to each line, then replace the comment by one that says what was done.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        String script = rollout.migration().script();
        Matcher header = HEADER.matcher(script);
        if (!header.lookingAt()) {
            return Stream.empty();
        }
        List<String> warnings = header.group(2)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).strip())
                .toList();
        String more = warnings.size() > 1 ? " (and %d more)".formatted(warnings.size() - 1) : "";
        return Stream.of(RULE.at(
                Location.InFile.of(rollout.migration().path(), script, new Span(header.start(1), header.end(1))),
                rollout.migration().name(),
                "Prisma warned: %s%s; see to it, and replace the comment by one that says what was done"
                        .formatted(warnings.isEmpty() ? "this may lose data" : warnings.getFirst(), more)));
    }

    /** Prisma 6.19, destructive change checker: a comment in front of everything else. */
    private static final Pattern HEADER = Pattern.compile("\\s*(/\\*\\s*Warnings:(.*?)\\*/)", Pattern.DOTALL);
}
