package dev.schemawatch.dryrun;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.Drift;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.ComparedSchemas;
import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Ledger;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.LedgerTable.Part;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Origin;
import dev.schemawatch.plan.LeftOut;
import dev.schemawatch.plan.MigrationPlanner;
import dev.schemawatch.plan.Plan;
import dev.schemawatch.sql.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The migration that brings what the others come to to the schema. What is not in the schema any more is dropped, as Prisma does,
 * but no index and no foreign key that somebody has written by hand: that they are not in the schema is no wish to lose them.
 *
 * @param said where the scripts made what, as far as they say
 * @param makers where else objects are from: what no script says, no generator has written
 */
public record ForgottenMigration(Ledger said, Map<SchemaObject, Location.InFile> makers) {
    public ForgottenMigration {
        makers = Map.copyOf(makers);
    }

    /** After these migrations, which have come to that. */
    public static ForgottenMigration after(List<Migration> migrations, DryRunResult result) {
        return new ForgottenMigration(LedgerReader.read(migrations), result.makers());
    }

    /** Its statements, and what it leaves as it is. */
    public Plan plan(ComparedSchemas sides) {
        List<LeftOut> kept = new ArrayList<>();
        List<Difference> wanted = new ArrayList<>();
        for (Difference difference : sides.drift().differences()) {
            Optional<Location.InFile> byHand = madeByHand(difference);
            byHand.ifPresentOrElse(
                    place -> kept.add(new LeftOut(
                            difference,
                            LeftOut.Cause.KEPT,
                            "it was written by hand in " + place.display()
                                    + ", and is kept; where nobody needs it any more, drop it by hand, too")),
                    () -> wanted.add(difference));
        }
        Plan plan = new MigrationPlanner(true).plan(sides.schemas(), new Drift(wanted));
        kept.addAll(plan.leftOut());
        return new Plan(plan.statements(), kept);
    }

    private Optional<Location.InFile> madeByHand(Difference difference) {
        SchemaObject object = difference.object();
        boolean spared = difference.verdict() == Verdict.UNEXPECTED
                && (object.kind() == ObjectKind.INDEX || object.kind() == ObjectKind.FOREIGN_KEY);
        if (!spared) {
            return Optional.empty();
        }
        Optional<Origin> origin = said.table(new SqlName(
                        Optional.of(object.owner().schema()), object.owner().name()))
                .flatMap(table -> object.member().flatMap(table::part))
                .map(Part::origin);
        return origin.isPresent()
                ? origin.filter(written -> !written.generated()).map(Origin::location)
                : Optional.ofNullable(makers.get(object));
    }
}
