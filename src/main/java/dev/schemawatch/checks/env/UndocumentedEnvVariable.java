package dev.schemawatch.checks.env;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvScope;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Names;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flags a file that must mention variables and does not. The name must stand there whole, in whatever form. */
public final class UndocumentedEnvVariable implements EnvironmentCheck {
    private static final int MOST_NAMES = 100;
    private static final Rule RULE = Rule.of(UndocumentedEnvVariable.class, Severity.WARNING)
            .summary("A file does not mention variables that it must mention")
            .why(
                    "What is not written down has to be asked for, or found in the code, by everybody who installs the application.")
            .instead("A line about each variable: what it is for, which values it takes, what happens without it.");

    private final EnvSettings settings;

    /** @param settings say which file must mention what */
    public UndocumentedEnvVariable(CheckSettings settings) {
        this.settings = settings.env();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return switch (environment.scope()) {
            case EnvScope.Application _ -> Stream.empty();
            case EnvScope.Repository _ ->
                demands(environment).entrySet().stream()
                        .flatMap(demand -> inspect(
                                demand.getKey(), environment.documents().get(demand.getKey()), demand.getValue()));
        };
    }

    /** The names that each document must mention. */
    private SortedMap<String, SortedSet<String>> demands(RepositoryEnvironment environment) {
        SortedMap<String, SortedSet<String>> demands = new TreeMap<>();
        SortedSet<String> all = known(environment);
        settings.documentedIn().forEach(path -> demands.put(path, new TreeSet<>(all)));
        settings.documentation()
                .forEach((name, paths) -> paths.forEach(path ->
                        demands.computeIfAbsent(path, _ -> new TreeSet<>()).add(name)));
        return demands;
    }

    private SortedSet<String> known(RepositoryEnvironment environment) {
        List<EnvFile> files = environment.examples().isEmpty() ? environment.files() : environment.examples();
        SortedSet<String> names = new TreeSet<>(settings.required());
        files.forEach(file -> names.addAll(file.shownNames()));
        return names;
    }

    private static Stream<Finding> inspect(String path, @Nullable SourceFile document, SortedSet<String> names) {
        if (names.isEmpty()) {
            return Stream.empty();
        }
        if (document == null || !(document.content() instanceof Content.Text text)) {
            return Stream.of(finding(
                    path,
                    document == null
                            ? "this file is to mention variables and is not there; make it, or name another in schemawatch.yaml"
                            : "this file is to mention variables and cannot be read as text; save it as UTF-8"));
        }
        List<String> missing = names.stream()
                .filter(name -> !Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(name) + "(?![A-Za-z0-9_])")
                        .matcher(text.text())
                        .find())
                .toList();
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(finding(
                        path, "does not mention " + Names.first(MOST_NAMES, missing) + "; add a line about each"));
    }

    private static Finding finding(String path, String message) {
        return RULE.at(Location.InFile.whole(path), "variables", message);
    }
}
