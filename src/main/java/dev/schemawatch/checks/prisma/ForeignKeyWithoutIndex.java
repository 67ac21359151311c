package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.ModelCheck;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import dev.schemawatch.prisma.Relation;
import java.util.stream.Stream;

/** Flags a foreign key whose columns begin no index: PostgreSQL, unlike MySQL, makes none for it. */
public final class ForeignKeyWithoutIndex implements ModelCheck {
    private static final Rule RULE = Rule.of(ForeignKeyWithoutIndex.class, Severity.WARNING)
            .summary("A foreign key has no index on the side that refers")
            .why("Every delete or update of a referenced row reads the whole referring table to look for it, and so"
                    + " does every query along the relation.")
            .instead("Add @@index with the fields of the relation; on a big table build it with CREATE INDEX"
                    + " CONCURRENTLY.")
            .offByDefault()
            .alias("prisma-lint", "require-field-index");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspectModel(Model model) {
        return model.fields().stream()
                .flatMap(field -> field.relation().stream()
                        .filter(relation -> relation.owning() && !model.isIndexed(relation.fields()))
                        .map(relation -> finding(model, field, relation)));
    }

    private static Finding finding(Model model, Field field, Relation relation) {
        String fields = String.join(", ", relation.fields());
        return RULE.at(
                field.location(),
                model.name() + "." + field.name(),
                "no index of model " + model.name() + " begins with " + fields + ", by which " + field.name()
                        + " refers; add @@index([" + fields + "])");
    }
}
