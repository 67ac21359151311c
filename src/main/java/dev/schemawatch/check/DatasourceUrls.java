package dev.schemawatch.check;

import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.env.Secret;
import dev.schemawatch.finding.Location;
import dev.schemawatch.workspace.Project;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which environment variables hold the URLs of a project's database, by its {@code prisma.config.*} or else its schema; and
 * which its generators read.
 *
 * @param postgresql whether the database is a PostgreSQL
 * @param readsEnvFiles whether Prisma sees what {@code .env} files set
 * @param uses what is read, at most one of each role
 * @param ofGenerators what {@code prisma generate} does not do without
 */
public record DatasourceUrls(
        Project project, boolean postgresql, boolean readsEnvFiles, List<Use> uses, List<OfGenerator> ofGenerators) {
    public DatasourceUrls {
        Objects.requireNonNull(project);
        uses = List.copyOf(uses);
        ofGenerators = List.copyOf(ofGenerators);
    }

    /**
     * A variable that a generator reads.
     *
     * @param reader the property and the generator, in words
     */
    public record OfGenerator(String variable, String reader, Location.InFile location) {
        public OfGenerator {
            Objects.requireNonNull(variable);
            Objects.requireNonNull(reader);
            Objects.requireNonNull(location);
        }
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
     * @param parts variables that make up the URL that counts if none of them is set; it needs every part
     * @param literal what is written down and counts if none of them is set
     * @param misnamed whether it is read from something that is the name of no variable
     * @param location of the value: the URL that is written down, else what is read first
     */
    public record Use(
            Role role,
            List<String> variables,
            List<String> parts,
            Optional<Secret> literal,
            boolean misnamed,
            Location.InFile location) {
        public Use {
            Objects.requireNonNull(role);
            variables = List.copyOf(variables);
            parts = List.copyOf(parts);
            Objects.requireNonNull(literal);
            Objects.requireNonNull(location);
        }

        /** Every variable that is read. */
        public List<String> names() {
            return Stream.concat(variables.stream(), parts.stream()).distinct().toList();
        }

        /**
         * What has to be set yet, in groups: one variable of each.
         *
         * @param isThere whether a variable is set already
         */
        public List<List<String>> missing(Predicate<String> isThere) {
            if (literal.isPresent() || misnamed || variables.stream().anyMatch(isThere)) {
                return List.of();
            }
            return parts.isEmpty()
                    ? Stream.of(variables).filter(group -> !group.isEmpty()).toList()
                    : parts.stream().filter(isThere.negate()).map(List::of).toList();
        }

        /** The URL that is written down, as if it were the value of a variable with the name of the property. */
        public Optional<EnvVariable> entry() {
            return literal.map(url -> new EnvVariable(role.property(), url.value(), location));
        }
    }
}
