package dev.schemawatch.check;

import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.env.Secret;
import dev.schemawatch.finding.Location;
import dev.schemawatch.workspace.Project;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which environment variables hold the URLs of a project's database, by its {@code prisma.config.*} or else its schema.
 *
 * @param postgresql whether the database is a PostgreSQL
 * @param readsEnvFiles whether Prisma sees what {@code .env} files set
 * @param uses what is read, at most one of each role
 */
public record DatasourceUrls(Project project, boolean postgresql, boolean readsEnvFiles, List<Use> uses) {
    public DatasourceUrls {
        Objects.requireNonNull(project);
        uses = List.copyOf(uses);
    }

    /** What is read in that role, if anything is. */
    public Optional<Use> use(Role role) {
        return uses.stream().filter(use -> use.role() == role).findFirst();
    }

    /**
     * The variables that may hold the URL of that role. Where nobody can tell what is read, as in a {@code prisma.config.ts}
     * that computes it, those of the usual names.
     */
    public Stream<String> variables(Role role) {
        return uses.isEmpty() ? role.usualNames.stream() : use(role).stream().flatMap(use -> use.variables().stream());
    }

    /** What a URL is used for. */
    public enum Role {
        /** The application; migrations too, where no direct URL is given. */
        URL("url", List.of("DATABASE_URL")),
        /** Migrations. */
        DIRECT("directUrl", List.of("DIRECT_URL", "DIRECT_DATABASE_URL")),
        /** The database that Prisma replays migrations on. */
        SHADOW("shadowDatabaseUrl", List.of("SHADOW_DATABASE_URL"));

        private final String property;
        private final List<String> usualNames;

        Role(String property, List<String> usualNames) {
            this.property = property;
            this.usualNames = usualNames;
        }

        /** The name of the property, as Prisma has it. */
        public String property() {
            return property;
        }
    }

    /**
     * One URL.
     *
     * @param variables the first that is set counts
     * @param literal what is written down and counts if none of them is set
     * @param misnamed whether it is read from something that is the name of no variable
     * @param location of the value: the URL that is written down, else what is read first
     */
    public record Use(
            Role role, List<String> variables, Optional<Secret> literal, boolean misnamed, Location.InFile location) {
        public Use {
            Objects.requireNonNull(role);
            variables = List.copyOf(variables);
            Objects.requireNonNull(literal);
            Objects.requireNonNull(location);
        }

        /** Whether none of the variables has to be set. */
        public boolean optional() {
            return literal.isPresent() || misnamed;
        }

        /** The URL that is written down, as if it were the value of a variable with the name of the property. */
        public Optional<EnvVariable> entry() {
            return literal.map(url -> new EnvVariable(role.property(), url.value(), location));
        }
    }
}
