package dev.schemawatch.cli;

import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.finding.RuleCatalog;
import dev.schemawatch.report.DriftRules;
import dev.schemawatch.report.Printable;
import dev.schemawatch.setup.InvalidSetup;
import java.util.stream.Stream;

/** The rules as the configuration has them, for commands that only tell about them. */
final class RulesInForce {
    private RulesInForce() {}

    /** Those that can be configured, and what differences are called. */
    static RuleCatalog catalog(RuleSelection selection) {
        return new RuleCatalog(Stream.concat(selection.catalog().rules().stream(), DriftRules.all().stream())
                .toList());
    }

    /** Where the configuration cannot be used, as the rules declare themselves: who mends it may be looking for a name. */
    static RuleSelection of(GlobalOptions options, Surroundings surroundings) {
        try {
            return options.setup(surroundings).rules();
        } catch (InvalidSetup invalid) {
            String.valueOf(invalid.getMessage()).lines().map(Printable::of).forEach(surroundings.err()::println);
            surroundings.err().println("The configuration cannot be used; these are the rules without it.");
            surroundings.err().flush();
            return Checks.standard();
        }
    }
}
