package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Evolution;
import dev.schemawatch.check.Fact;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.schema.QualifiedName;
import java.util.Set;
import java.util.stream.Stream;

/** Flags a schema that lost most of its tables since the last commit. */
public final class ShrunkenSchema implements Check<Evolution> {
    private static final Rule RULE = Rule.of(ShrunkenSchema.class, Severity.ERROR)
            .summary("The schema lost most of its tables since the last commit")
            .why("A bad merge, a failed prisma db pull or a file that was saved half leaves a schema that is valid"
                    + " and nearly empty; the next migration drops the tables.")
            .instead("Restore the models (git checkout -- path), or, when they are gone on purpose, commit them away in"
                    + " smaller steps.");

    private final int keptPercent;

    /** The check with the share that must be left. */
    public ShrunkenSchema(CheckSettings settings) {
        keptPercent = settings.conventions().size().keptPercent();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    private static final int FEWEST_TABLES = 4;

    @Override
    public Fact<Evolution> reads() {
        return Fact.EVOLUTION;
    }

    @Override
    public Stream<Finding> inspect(Evolution evolution) {
        Set<QualifiedName> before = evolution.committed().expected().tables().keySet();
        Set<QualifiedName> now = evolution.now().expected().tables().keySet();
        long kept = before.stream().filter(now::contains).count();
        boolean shrunken =
                before.size() >= FEWEST_TABLES && Math.max(kept, now.size()) * 100 < (long) before.size() * keptPercent;
        return shrunken
                ? Stream.of(RULE.at(
                        Location.InFile.whole(evolution.project().schema()),
                        "tables",
                        "of the " + before.size() + " tables of the last commit the schema has "
                                + (kept == 0 ? "none" : "only " + kept) + "; restore it (git checkout -- "
                                + evolution.project().schema() + ")"))
                : Stream.empty();
    }
}
