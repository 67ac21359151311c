package dev.schemawatch.checks.env;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Names;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Flags what a {@code .env} file sets and the example beside it does not show, not even in a comment. */
public final class ExampleLacksEnvVariable implements EnvironmentCheck {
    /** Says what the file is for, as its own name does; nobody copies it from an example. */
    private static final String NAME_OF_THE_ENVIRONMENT = "NODE_ENV";

    private static final int MOST_NAMES = 100;
    private static final Rule RULE = Rule.of(ExampleLacksEnvVariable.class, Severity.INFO)
            .summary("The example does not show variables that a .env file sets")
            .why("Whoever clones the repository next does not learn that there is such a variable.")
            .instead("The name in the example, commented out if it may be left out; or its name under env.optional.");

    private final EnvSettings settings;

    /** @param settings say what no example needs to show */
    public ExampleLacksEnvVariable(CheckSettings settings) {
        this.settings = settings.env();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return environment.files().stream().flatMap(file -> {
            List<EnvFile> examples = environment.examples().stream()
                    .filter(example -> example.folder().equals(file.folder()))
                    .toList();
            return examples.isEmpty() ? Stream.empty() : compare(file, examples);
        });
    }

    private Stream<Finding> compare(EnvFile file, List<EnvFile> examples) {
        SortedSet<String> hidden = new TreeSet<>((Set<String>) file.shownNames());
        hidden.removeAll(new EnvView(examples).names());
        examples.forEach(example -> hidden.removeAll(example.commentedOut()));
        hidden.removeAll(settings.optional());
        hidden.remove(NAME_OF_THE_ENVIRONMENT);
        return hidden.isEmpty()
                ? Stream.empty()
                : Stream.of(RULE.at(
                        Location.InFile.whole(file.path()),
                        examples.getFirst().path(),
                        examples.getFirst().path() + " does not show what is set here: "
                                + Names.first(MOST_NAMES, hidden) + "; add the names to it"));
    }
}
