package dev.schemawatch.report;

import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.plan.Plan;
import java.util.List;
import java.util.Objects;

/** What there is to say of a database that was to be planned for. */
public sealed interface PlannedDatabase {

    /** The name that the configuration gives it. */
    String name();

    /**
     * There is a plan.
     *
     * @param pending the migrations of the repository that have yet to be applied and speak of what differs
     */
    record Planned(String name, Plan plan, List<String> pending) implements PlannedDatabase {
        public Planned {
            Objects.requireNonNull(name);
            Objects.requireNonNull(plan);
            pending = List.copyOf(pending);
        }
    }

    /** The database could not be compared with the schema. */
    record NotPlanned(String name, Reason reason, String message) implements PlannedDatabase {}
}
