package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.SchemaFiles;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags a project without a schema: no file, or nothing in it but white space and comments. */
public final class MissingOrEmptySchema implements Check<SchemaFiles> {
    private static final Rule RULE = Rule.of(MissingOrEmptySchema.class, Severity.ERROR)
            .summary("The Prisma schema is missing or empty")
            .why(
                    "Without it nothing can be generated, migrated or compared; the usual cause is a moved folder or a merge"
                            + " that went wrong.")
            .instead("Restore the file from git, or name its new place in schemawatch.yaml.")
            .neverSuppressed();

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<SchemaFiles> reads() {
        return Fact.SCHEMA_FILES;
    }

    @Override
    public Stream<Finding> inspect(SchemaFiles schema) {
        String path = schema.project().schema();
        if (schema.files().isEmpty()) {
            return Stream.of(RULE.at(
                    Location.InFile.whole(path),
                    "missing",
                    "there is no schema here; restore it (git checkout -- " + path
                            + ") or name its place with schema: in schemawatch.yaml"));
        }
        return schema.isBlank()
                ? Stream.of(RULE.at(
                        Location.InFile.whole(path),
                        "empty",
                        "the schema holds nothing but white space and comments; restore it (git checkout -- " + path
                                + ")"))
                : Stream.empty();
    }
}
