package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateObject;
import dev.schemawatch.sql.Command.RefreshView;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags REFRESH MATERIALIZED VIEW without CONCURRENTLY. */
public final class ViewRefreshedUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(ViewRefreshedUnderLock.class, Severity.WARNING)
            .summary("A materialized view is filled while nobody can read it")
            .why("REFRESH MATERIALIZED VIEW takes ACCESS EXCLUSIVE until the query is done.")
            .instead("REFRESH MATERIALIZED VIEW CONCURRENTLY; the view needs a unique index over plain columns.")
            .alias("postgres-language-server", "require-concurrent-refresh-matview")
            .alias("postgres-language-server", "concurrent-refresh-matview-lock");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Set<SqlName> made = rollout.commands(CreateObject.class)
                .filter(step -> step.command().kind() == ObjectKind.MATERIALIZED_VIEW)
                .map(step -> step.command().name().normal())
                .collect(Collectors.toSet());
        return rollout.commands(RefreshView.class)
                .filter(step -> !step.command().concurrently()
                        && !made.contains(step.command().name().normal()))
                .map(step -> {
                    SqlName view = step.command().name();
                    return RULE.at(
                            step.location(),
                            view.sql(),
                            "refreshing %s takes %s until its query is done. Instead, once it has a unique index: REFRESH MATERIALIZED VIEW CONCURRENTLY %s;"
                                    .formatted(view.sql(), Lock.ACCESS_EXCLUSIVE.on(view), view.sql()));
                });
    }
}
