package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.validation.Provider.Ability;

/** What the rules for whole schemas look at, and where they report to. */
record Context(Definitions definitions, Configuration configuration, FindingLog log) {

    Provider provider() {
        return configuration.provider();
    }

    boolean can(Ability ability) {
        return provider().can(ability);
    }

    void report(Rule rule, Location.InFile place, String subject, String message) {
        log.add(rule, place, subject, message);
    }

    /** That the database cannot do something: what, and what to do instead. */
    void unsupported(Rule rule, Location.InFile place, String subject, String what, String instead) {
        String message = provider() == Provider.NONE
                ? "not every database knows " + what + "; name the provider in a datasource"
                : provider().words() + " does not know " + what + "; " + instead;
        log.add(rule, place, subject, message);
    }
}
