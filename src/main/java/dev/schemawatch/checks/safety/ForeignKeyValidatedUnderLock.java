package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.EnforceConstraint;
import dev.schemawatch.sql.TableElement.Constraint;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.stream.Stream;

/** Flags a foreign key that is added valid: existing rows are looked at while both tables are locked. */
public final class ForeignKeyValidatedUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(ForeignKeyValidatedUnderLock.class, Severity.WARNING)
            .summary("A foreign key is checked for every row while both tables are locked")
            .why("ADD FOREIGN KEY takes SHARE ROW EXCLUSIVE on both tables while every row is looked up:"
                    + " writes to either wait. ALTER CONSTRAINT … ENFORCED (PostgreSQL 18) even takes ACCESS EXCLUSIVE on"
                    + " the table of the key. NOT ENFORCED looks at no row, and guards none.")
            .instead("Add it NOT VALID, which holds for new rows at once, and VALIDATE it in a later migration,"
                    + " which blocks nobody.")
            .alias("squawk", "adding-foreign-key-constraint")
            .alias("squawk", "constraint-missing-not-valid")
            .alias("atlas", "PG306")
            .alias("strong_migrations", "add_foreign_key")
            .alias("strong_migrations", "add_reference")
            .alias("eugene", "E1")
            .alias("postgres-language-server", "adding-foreign-key-constraint")
            .alias("postgres-language-server", "constraint-missing-not-valid");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> added = AddedConstraint.of(rollout, ConstraintKind.FOREIGN_KEY)
                .filter(change -> change.isValidated() && hasValues(change))
                .map(ForeignKeyValidatedUnderLock::finding);
        Stream<Finding> enforced = rollout.changes(EnforceConstraint.class).map(change -> enforced(rollout, change));
        return Stream.concat(added, enforced);
    }

    /** Of constraints that are there PostgreSQL 18 enforces foreign keys alone, and always looks at the rows. */
    private static Finding enforced(Rollout rollout, Change<EnforceConstraint> change) {
        String name = SqlName.quote(change.action().name());
        String definition = rollout.before()
                .table(change.table())
                .flatMap(table -> table.part(change.action().name()))
                .map(key -> Words.oneLine(key.definition()))
                .orElse("FOREIGN KEY …");
        return RULE.at(
                change.location(),
                name,
                "the foreign key %s takes %s while every row is looked up, and writes to the table that it refers to wait as well. Instead: %s"
                        .formatted(
                                name,
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                Rewrites.anew(change.table(), change.action().name(), definition)));
    }

    /** A column that comes empty refers to nothing, and PostgreSQL does not look (PostgreSQL 15). */
    private static boolean hasValues(AddedConstraint change) {
        return change.column().filter(column -> !column.fillsItself()).isEmpty();
    }

    private static Finding finding(AddedConstraint change) {
        Constraint key = change.constraint();
        String other = key.references().map(SqlName::sql).orElse("the other table");
        return RULE.at(
                change.location(),
                Words.named(key),
                "the foreign key %s takes SHARE ROW EXCLUSIVE on %s and %s while every row is looked up: writes to both wait, reads go on. Instead: %s"
                        .formatted(
                                Words.named(key),
                                change.table().sql(),
                                other,
                                change.rewritten(Rewrites.inTwoSteps(change.table(), key))));
    }
}
