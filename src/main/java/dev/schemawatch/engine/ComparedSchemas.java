package dev.schemawatch.engine;

import dev.schemawatch.diff.Drift;
import dev.schemawatch.diff.Pair;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.schema.DatabaseSchema;
import java.util.Objects;
import java.util.Optional;

/** Both sides of a comparison with what came of it: what a plan is made from. */
public record ComparedSchemas(Pair<DatabaseSchema> schemas, Drift drift) {
    public ComparedSchemas {
        Objects.requireNonNull(schemas);
        Objects.requireNonNull(drift);
    }

    /**
     * What a comparison was made of.
     *
     * @param state of the database when it was compared
     * @param expected what it was compared with; empty when the schema has errors
     * @return empty when nothing was compared
     */
    public static Optional<ComparedSchemas> of(
            Compared outcome, DatabaseState state, Optional<DatabaseSchema> expected) {
        Drift drift =
                new Drift(outcome.drift().stream().map(DriftFinding::difference).toList());
        return switch (state) {
            case DatabaseState.Available actual ->
                expected.map(schema -> new ComparedSchemas(new Pair<>(schema, actual.schema()), drift));
            case DatabaseState.Unavailable _ -> Optional.empty();
        };
    }
}
