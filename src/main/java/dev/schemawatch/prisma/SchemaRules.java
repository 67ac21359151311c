package dev.schemawatch.prisma;

import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;

/** The rules of the schema language itself: what reading a schema can find wrong, before any check looks at it. */
public final class SchemaRules {
    /** The text is not written in the schema language. */
    public static final Rule SYNTAX = rule("schema-syntax")
            .summary("The schema cannot be read here")
            .why("Prisma refuses the whole schema, so no client is generated and no migration is made.")
            .instead("Write the line as the schema language wants it; the message names what was expected.");

    /** A name that nothing declares. */
    public static final Rule REFERENCE = rule("schema-reference")
            .summary("The schema uses a name that it does not declare")
            .why("Prisma refuses the whole schema; most often a model or field was renamed in one place only.")
            .instead("Use the declared name, or declare what is missing.");

    /** A name that is declared twice. */
    public static final Rule DUPLICATE = rule("schema-duplicate")
            .summary("The schema declares the same thing twice")
            .why("Prisma refuses the whole schema; a merge that kept both sides is the usual cause.")
            .instead("Remove or rename one of the two.");

    /** A relation whose two sides do not fit. */
    public static final Rule RELATION = rule("schema-relation")
            .summary("The two sides of a relation do not fit together")
            .why("Prisma refuses the whole schema: it cannot tell which columns make up the foreign key.")
            .instead("Declare a field on both models, and on one of them @relation(fields: […], references: […]).");

    private SchemaRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(SYNTAX, REFERENCE, DUPLICATE, RELATION);
    }

    private static Rule rule(String id) {
        return Rule.named(id, Severity.ERROR).neverSuppressed();
    }
}
