package dev.schemawatch.cli;

import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.Outcome.SkippedCheck;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Names;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.EnvReport;
import dev.schemawatch.setup.ApplicationEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is found of the environment of an application, in the forms that people are told it.
 *
 * @param name what the application runs under, or the file that it reads
 * @param unknown the variables that are set nowhere, unless in a file that could not be read
 */
record EnvFindings(String name, ApplicationEnvironment environment, Outcome outcome, SortedSet<String> unknown) {
    private static final String MISSING = "missing-env-variable";
    private static final String UNREADABLE = "unreadable-file";
    private static final int MOST_NAMED = 10;

    /**
     * Takes what is about variables, and about the files that they are in, out of everything that is found.
     *
     * @param rules of variables
     * @param rulesOfSchemas what is skipped where a schema has errors: then nobody knows which variables it reads
     */
    static EnvFindings of(
            String name,
            ApplicationEnvironment environment,
            Outcome whole,
            Set<String> rules,
            Set<String> rulesOfSchemas) {
        SortedSet<String> unknown = environment.unread().isEmpty() ? new TreeSet<>() : missing(whole);
        Outcome own = new Outcome(
                whole.findings().stream()
                        .filter(finding -> unknown.isEmpty() || !finding.rule().equals(MISSING))
                        .filter(finding -> rules.contains(finding.rule())
                                || isInEnvFile(environment, finding)
                                || isUnreadSchema(environment, finding))
                        .toList(),
                whole.suppressed().stream()
                        .filter(suppressed ->
                                rules.contains(suppressed.finding().rule()))
                        .toList(),
                Stream.of(
                                whole.skipped().stream().filter(skipped -> rules.contains(skipped.rule())),
                                whole.skipped().stream()
                                        .filter(skipped -> rulesOfSchemas.contains(skipped.rule()))
                                        .map(skipped -> new SkippedCheck(MISSING, skipped.reason())),
                                unknown.isEmpty()
                                        ? Stream.<SkippedCheck>empty()
                                        : Stream.of(new SkippedCheck(MISSING, whoKnows(environment, unknown))))
                        .flatMap(skipped -> skipped)
                        .distinct()
                        .toList(),
                whole.databases());
        return new EnvFindings(name, environment, own, unknown);
    }

    /** "Could not look" is no verdict. */
    private static String whoKnows(ApplicationEnvironment environment, SortedSet<String> unknown) {
        return String.join(", ", environment.unread()) + " could not be read, and may set "
                + Names.first(MOST_NAMED, unknown);
    }

    private static SortedSet<String> missing(Outcome whole) {
        return whole.findings().stream()
                .filter(finding -> finding.rule().equals(MISSING))
                .map(Finding::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isInEnvFile(ApplicationEnvironment environment, Finding finding) {
        return finding.location() instanceof Location.InFile place
                && environment.inputs().isEnvFile(place.path());
    }

    private static boolean isUnreadSchema(ApplicationEnvironment environment, Finding finding) {
        return finding.rule().equals(UNREADABLE)
                && finding.location() instanceof Location.InFile place
                && environment.workspace().projects().stream()
                        .anyMatch(project -> project.schemaFiles().contains(place.path()));
    }

    /** Every variable that is set or missing, by name. */
    List<EnvReport.Variable> variables() {
        SortedMap<String, List<String>> places = new TreeMap<>();
        missing()
                .filter(finding -> !isCount(finding))
                .forEach(finding -> places.put(finding.subject(), new ArrayList<>()));
        unknown.forEach(variable -> places.put(variable, new ArrayList<>()));
        environment
                .view()
                .files()
                .forEach(file -> file.byName()
                        .forEach((_, entry) -> places.computeIfAbsent(entry.label(), _ -> new ArrayList<>())
                                .add(entry.location().display())));
        Map<String, Finding> worst = worst();
        return places.entrySet().stream()
                .map(variable -> new EnvReport.Variable(
                        variable.getKey(),
                        variable.getValue(),
                        environment.unread(),
                        Optional.ofNullable(worst.get(variable.getKey()))))
                .toList();
    }

    /** By variable, the gravest of what is found about it. A subject begins with the variable that it is about. */
    private Map<String, Finding> worst() {
        Set<String> paths =
                environment.view().files().stream().map(EnvFile::path).collect(Collectors.toSet());
        Map<String, Finding> worst = new HashMap<>();
        outcome.findings().stream()
                .filter(finding -> finding.location() instanceof Location.InFile place && paths.contains(place.path()))
                .forEach(finding -> worst.merge(
                        variable(finding), finding, (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return worst;
    }

    private static String variable(Finding finding) {
        return finding.subject().split(" ", 2)[0];
    }

    /** Whose environment it is, and what it is made of. */
    String heading() {
        List<String> files =
                environment.view().files().stream().skip(1).map(EnvFile::path).toList();
        return "Environment for " + name + ": the process"
                + (files.isEmpty() ? ", and no file" : ", then " + String.join(", ", files));
    }

    /** One sentence that names every variable and file with an error, for the log of a test suite. */
    String verdict() {
        String missing = subjects(missing());
        String wrong = subjects(errors().filter(finding -> !finding.rule().equals(MISSING)));
        return "The environment for " + name + " cannot be used as it is."
                + (missing.isEmpty() ? "" : " Missing: " + missing + ".")
                + (wrong.isEmpty() ? "" : " Wrong: " + wrong + ".")
                + " More: schemawatch env --for " + name;
    }

    private Stream<Finding> missing() {
        return errors().filter(finding -> finding.rule().equals(MISSING));
    }

    private Stream<Finding> errors() {
        return outcome.findings().stream().filter(finding -> finding.severity() == Severity.ERROR);
    }

    /** Whether it says how many findings a bound left out. */
    private static boolean isCount(Finding finding) {
        return finding.subject().equals("more findings");
    }

    private static String subjects(Stream<Finding> findings) {
        return findings.map(finding -> isCount(finding)
                        ? "more in " + finding.location().display()
                        : finding.subject().equals("file") ? finding.location().display() : variable(finding))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
