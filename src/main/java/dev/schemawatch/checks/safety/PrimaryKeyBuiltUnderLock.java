package dev.schemawatch.checks.safety;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableElement.Constraint;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.List;
import java.util.stream.Stream;

/** Flags a primary key that builds its index, or reads every row for missing values, under an exclusive lock. */
public final class PrimaryKeyBuiltUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(PrimaryKeyBuiltUnderLock.class, Severity.WARNING)
            .summary("A primary key is built while the table is locked")
            .why("ADD PRIMARY KEY takes ACCESS EXCLUSIVE until its index is built. With USING INDEX the index"
                    + " is there already, but columns that may be without a value are still read from end to end.")
            .instead("Make the columns NOT NULL first, build the unique index CONCURRENTLY in a migration of its"
                    + " own, and add the key USING INDEX in the next.")
            .alias("squawk", "adding-serial-primary-key-field")
            .alias("atlas", "PG104")
            .alias("atlas", "PG304")
            .alias("eugene", "W14")
            .alias("postgres-language-server", "adding-primary-key-constraint");

    private final int postgresVersion;

    /** A check for the PostgreSQL that the settings name. */
    public PrimaryKeyBuiltUnderLock(CheckSettings settings) {
        this.postgresVersion = settings.postgresVersion();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return AddedConstraint.of(rollout, ConstraintKind.PRIMARY_KEY)
                .flatMap(change -> change.constraint().usingIndex().isEmpty()
                        ? Stream.of(built(change))
                        : nullable(rollout, change).stream().map(column -> scanned(change, column)));
    }

    private static Finding built(AddedConstraint change) {
        Constraint key = change.constraint();
        return RULE.at(
                change.location(),
                Words.named(key),
                "the primary key of %s takes %s until its index is built. Instead, in two migrations: %s"
                        .formatted(
                                change.table().sql(),
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                change.rewritten(Rewrites.usingIndex(change.table(), key))));
    }

    /** The columns of the index that are known to take NULL. */
    private static List<String> nullable(Rollout rollout, AddedConstraint change) {
        return rollout.before().table(change.table()).stream()
                .flatMap(table -> change.constraint().usingIndex().flatMap(table::part).stream()
                        .flatMap(index -> index.columns().stream())
                        .filter(column -> table.column(column)
                                .filter(known -> !known.required())
                                .isPresent()))
                .toList();
    }

    private Finding scanned(AddedConstraint change, String column) {
        return RULE.at(
                change.location(),
                change.table().name() + "." + column,
                "the primary key makes %s NOT NULL, and every row is read for that under %s. Instead, before it: %s"
                        .formatted(
                                SqlName.quote(column),
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                Rewrites.notNull(postgresVersion, change.table(), column)));
    }
}
