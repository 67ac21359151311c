package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.convention.NamePattern;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.List;
import java.util.Optional;

/** Flags a field by which rows are looked up and that no index begins with. */
public final class MissingIndex implements FieldCheck {
    private static final Rule RULE = Rule.of(MissingIndex.class, Severity.WARNING)
            .summary("A field that the team wants indexed begins no index")
            .why("Every query by that field reads the whole table, which nobody notices until the table has grown.")
            .instead("Add @@index([field]) to the model; on a big table build it with CREATE INDEX CONCURRENTLY.")
            .offByDefault()
            .alias("prisma-lint", "require-field-index");

    private final List<NamePattern> indexed;

    /** The check with the user's list; an empty one finds nothing. */
    public MissingIndex(CheckSettings settings) {
        indexed = settings.conventions().fields().indexed();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        boolean wanted = field.isColumn() && indexed.stream().anyMatch(pattern -> pattern.matches(field.name()));
        return wanted && !model.isIndexed(List.of(field.name()))
                ? Optional.of("must be the first of an index and is not; add @@index([" + field.name() + "])")
                : Optional.empty();
    }
}
