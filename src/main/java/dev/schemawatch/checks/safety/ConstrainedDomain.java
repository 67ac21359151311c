package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.AlterObject;
import dev.schemawatch.sql.Command.CreateDomain;
import dev.schemawatch.sql.Command.ObjectAction;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.stream.Stream;

/** Flags domains that restrict their values: such a restriction cannot be changed online. */
public final class ConstrainedDomain implements SafetyCheck {
    private static final Rule RULE = Rule.of(ConstrainedDomain.class, Severity.WARNING)
            .summary("A domain restricts its values")
            .why("ALTER DOMAIN … ADD CONSTRAINT reads every column of that type in every table under lock;"
                    + " what a domain restricts at its creation meets the same day later.")
            .instead("A CHECK on the column, which can be added NOT VALID; or a table of values with a foreign"
                    + " key.")
            .alias("squawk", "ban-alter-domain-with-add-constraint")
            .alias("squawk", "ban-create-domain-with-constraint")
            .alias("postgres-language-server", "ban-create-domain-with-constraint");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> created = rollout.commands(CreateDomain.class)
                .filter(step -> step.command().constrained())
                .map(step -> RULE.at(
                        step.location(),
                        step.command().name().name(),
                        "the domain %s restricts its values, which cannot be changed later without a lock on every table that uses it; use a CHECK on the column"
                                .formatted(step.command().name().sql())));
        Stream<Finding> altered = rollout.commands(AlterObject.class)
                .filter(step -> step.command().action() instanceof ObjectAction.AddConstraint add
                        && !add.constraint().notValid())
                .map(step -> RULE.at(
                        step.location(),
                        step.command().name().name() + " is altered",
                        "every column of the domain %s is read while its table is locked against writes. %s"
                                .formatted(step.command().name().sql(), instead(step.command()))));
        return Stream.concat(created, altered);
    }

    /** PostgreSQL refuses NOT VALID behind the NOT NULL of a domain. */
    private static String instead(AlterObject domain) {
        return domain.action() instanceof ObjectAction.AddConstraint add
                        && add.constraint().kind() == ConstraintKind.NOT_NULL
                ? "NOT NULL of a domain cannot be NOT VALID: add CHECK (VALUE IS NOT NULL) NOT VALID, and in a later migration ALTER DOMAIN %s VALIDATE CONSTRAINT"
                        .formatted(domain.name().sql())
                : "Add the constraint NOT VALID, and in a later migration ALTER DOMAIN %s VALIDATE CONSTRAINT"
                        .formatted(domain.name().sql());
    }
}
