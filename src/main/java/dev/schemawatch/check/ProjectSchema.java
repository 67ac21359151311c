package dev.schemawatch.check;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.workspace.Project;
import java.util.Objects;

/** The schema of a project, parsed and resolved without an error. */
public record ProjectSchema(Project project, PrismaSchema schema) {
    public ProjectSchema {
        Objects.requireNonNull(project);
        Objects.requireNonNull(schema);
    }

    /** The schema as a whole, for what is missing from it. */
    public Location.InFile location() {
        return Location.InFile.whole(project.schema());
    }
}
