package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.Truncate;
import java.util.stream.Stream;

/** Flags TRUNCATE of a table that was there before. */
public final class EmptiedTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(EmptiedTable.class, Severity.WARNING)
            .summary("A table is emptied")
            .why("All rows go, at once and under ACCESS EXCLUSIVE; CASCADE empties every table that refers to"
                    + " it as well.")
            .instead("DELETE the rows that are meant, by a condition; name every table that is to be emptied,"
                    + " without CASCADE.")
            .alias("squawk", "ban-truncate-cascade")
            .alias("postgres-language-server", "ban-truncate")
            .alias("postgres-language-server", "ban-truncate-cascade");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(Truncate.class)
                .flatMap(step -> step.command().tables().stream()
                        .filter(table -> !rollout.isMade(table))
                        .map(table -> RULE.at(
                                step.location(),
                                table.name(),
                                "TRUNCATE empties %s%s. Instead: DELETE FROM %s WHERE false /* the rows that are meant */;"
                                        .formatted(
                                                table.sql(),
                                                step.command().cascade()
                                                        ? ", and CASCADE every table that refers to it"
                                                        : "",
                                                table.sql()))));
    }
}
