package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.sql.TableAction.AddConstraint;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.stream.Stream;

/** The constraints that a migration adds to tables that were there before. */
final class AddedConstraints {
    private AddedConstraints() {}

    /** Those of that kind. */
    static Stream<Change<AddConstraint>> of(Rollout rollout, ConstraintKind kind) {
        return rollout.changes(AddConstraint.class)
                .filter(change -> change.action().constraint().kind() == kind);
    }
}
