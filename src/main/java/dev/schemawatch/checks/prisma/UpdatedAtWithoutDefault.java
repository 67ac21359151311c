package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Arity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.Optional;

/** Flags a time of the last change that only the Prisma client fills. */
public final class UpdatedAtWithoutDefault implements FieldCheck {
    private static final Rule RULE = Rule.of(UpdatedAtWithoutDefault.class, Severity.WARNING)
            .summary("A required @updatedAt has no default in the database")
            .why("Only the Prisma client fills it: an insert by SQL, by another service or by a data migration"
                    + " fails on NOT NULL.")
            .instead("Add @default(now()) beside @updatedAt.")
            .offByDefault();

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        return field.updatedAt()
                        && field.arity() == Arity.REQUIRED
                        && field.defaultValue().isEmpty()
                ? Optional.of("is filled by the Prisma client alone; add @default(now()) for everybody else")
                : Optional.empty();
    }
}
