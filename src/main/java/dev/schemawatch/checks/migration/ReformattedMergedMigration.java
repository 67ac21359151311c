package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a merged migration that was changed in what PostgreSQL does not read, and in what Prisma compares. */
public final class ReformattedMergedMigration implements MergedCheck {
    private static final Rule RULE = Rule.of(ReformattedMergedMigration.class, Severity.WARNING)
            .summary("A merged migration was changed in white space, comments or its byte order mark")
            .why(
                    "No database gets anything else, but Prisma compares checksums of the bytes: to prisma migrate dev the migration is another one, and it wants to reset the databases that have run it.")
            .instead("Restore the script. Leave migrations out of formatters and of editors that trim white space.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(MergedMigrations migrations) {
        return MergedScript.of(migrations)
                .flatMap(script -> what(script)
                        .map(what -> RULE.at(
                                Location.InFile.whole(script.migration().path()),
                                script.migration().name(),
                                what + " against what " + migrations.branch()
                                        + " has: it does the same, but Prisma compares"
                                        + " checksums, and takes it for another migration; restore it ("
                                        + migrations.restore(script.migration().path()) + ")"))
                        .stream());
    }

    private static Optional<String> what(MergedScript script) {
        return switch (script.edit()) {
            case BYTE_ORDER_MARK -> Optional.of("only a byte order mark came or went");
            case WHITE_SPACE -> Optional.of("only white space at the end of lines or of the file changed");
            case COMMENTS -> Optional.of("only comments or white space changed");
            case NONE, LINE_ENDS, STATEMENTS -> Optional.empty();
        };
    }
}
