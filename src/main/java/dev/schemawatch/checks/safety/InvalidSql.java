package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.sql.Command.Invalid;
import java.util.stream.Stream;

/** Flags statements that PostgreSQL refuses, as far as that is known without asking it. */
public final class InvalidSql implements SafetyCheck {
    private static final Rule RULE = Rule.of(InvalidSql.class, Severity.ERROR)
            .summary("A statement that PostgreSQL refuses")
            .why("The migration fails wherever it runs, and with it the deployment.")
            .instead("Write it as the finding says, and try the migration on an empty database before it is"
                    + " merged: schemawatch dry-run finds whatever else PostgreSQL refuses.")
            .alias("squawk", "syntax-error");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return Stream.concat(byteOrderMark(rollout.migration()), statements(rollout));
    }

    /** Prisma sends the mark along, psql does not: Prisma 6.19, 42601 at the first word. */
    private static Stream<Finding> byteOrderMark(Migration migration) {
        return migration.author() == Author.PRISMA && migration.file().hasByteOrderMark()
                ? Stream.of(RULE.at(
                        Location.InFile.whole(migration.path()),
                        migration.name(),
                        "the file begins with a byte order mark, which Prisma sends to PostgreSQL as a part of the first"
                                + " word. Instead: save it as UTF-8 without BOM"))
                : Stream.empty();
    }

    private static Stream<Finding> statements(Rollout rollout) {
        return rollout.commands(Invalid.class)
                .map(step -> RULE.at(
                        step.location(),
                        Words.oneLine(step.statement().text()),
                        "%s. Instead: %s"
                                .formatted(
                                        step.command().problem(),
                                        Words.oneLine(step.command().instead()))));
    }
}
