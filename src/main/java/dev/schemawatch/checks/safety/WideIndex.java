package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateIndex;
import java.util.stream.Stream;

/** Flags an index that is not unique over more than three columns. */
public final class WideIndex implements SafetyCheck {
    private static final Rule RULE = Rule.of(WideIndex.class, Severity.INFO)
            .summary("An index has more than three columns")
            .why("Columns behind the third rarely narrow a search any more, and each makes every write dearer.")
            .instead("Put the columns that searches narrow most first, and leave the rest out.")
            .offByDefault()
            .alias("strong_migrations", "add_index_columns");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(CreateIndex.class)
                .filter(step -> !step.command().unique() && step.command().keys() > MOST)
                .map(step -> RULE.at(
                        step.location(),
                        Words.named(step.command()),
                        "the index %s has %d columns, more than three; leave out those that narrow no search"
                                .formatted(
                                        Words.named(step.command()),
                                        step.command().keys())));
    }

    private static final int MOST = 3;
}
