package dev.schemawatch.setup;

import dev.schemawatch.workspace.Project;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the databases of several schemas are called when nobody gave them names: as the folder of the package that holds the schema. */
final class ProjectNames {
    /** The usual folders of schemas, which tell nothing. */
    private static final Set<String> COMMON = Set.of("prisma", "schema");

    private final boolean folders;

    private ProjectNames(boolean folders) {
        this.folders = folders;
    }

    /** Names that are different for each of these; whole paths where the folders are not. */
    static ProjectNames of(List<Project> projects) {
        Set<String> seen = new HashSet<>();
        return new ProjectNames(projects.stream().map(ProjectNames::folder).allMatch(seen::add));
    }

    /** The name for one of them. */
    String of(Project project) {
        return folders ? folder(project) : project.schema();
    }

    private static String folder(Project project) {
        return Arrays.stream(project.schema().split("/"))
                .filter(part -> !part.endsWith(".prisma") && !COMMON.contains(part))
                .reduce((_, last) -> last)
                .orElse(DatabaseTargets.ONLY);
    }
}
