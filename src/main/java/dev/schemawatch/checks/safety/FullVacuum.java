package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.Cluster;
import dev.schemawatch.sql.Command.Vacuum;
import dev.schemawatch.sql.SqlName;
import java.util.List;
import java.util.stream.Stream;

/** Flags VACUUM FULL and CLUSTER. */
public final class FullVacuum implements SafetyCheck {
    private static final Rule RULE = Rule.of(FullVacuum.class, Severity.WARNING)
            .summary("A table is written anew, and nobody can read it meanwhile")
            .why("VACUUM FULL and CLUSTER take ACCESS EXCLUSIVE while they copy the whole table.")
            .instead("Let autovacuum do its work; to get space back, use pg_repack (or REPACK CONCURRENTLY of"
                    + " PostgreSQL 19), outside of migrations.")
            .alias("squawk", "prefer-repack")
            .alias("postgres-language-server", "ban-vacuum-full");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> vacuums = rollout.commands(Vacuum.class)
                .filter(step -> step.command().full())
                .map(step ->
                        finding(step.location(), "VACUUM FULL", step.command().tables()));
        Stream<Finding> clusters = rollout.commands(Cluster.class)
                .map(step -> finding(
                        step.location(),
                        "CLUSTER",
                        step.command().table().stream().toList()));
        return Stream.concat(vacuums, clusters);
    }

    private static Finding finding(Location.InFile location, String words, List<SqlName> tables) {
        String on = tables.isEmpty() ? "every table in turn" : Words.list(tables);
        return RULE.at(
                location,
                words + " " + on,
                "%s takes ACCESS EXCLUSIVE on %s while it copies it: reads and writes wait. Take it out of the migration; a plain VACUUM, or pg_repack, blocks nobody"
                        .formatted(words, on));
    }
}
