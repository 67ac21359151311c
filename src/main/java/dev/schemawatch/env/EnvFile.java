package dev.schemawatch.env;

import dev.schemawatch.finding.Finding;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A {@code .env} file as its loaders understand it.
 *
 * @param path relative to the repository's root
 * @param example whether it shows people what to write, and no application reads it
 * @param variables in file order; a name may occur twice, and then the last one counts
 * @param commentedOut names that a comment shows how to set: {@code # NAME=value}
 * @param findings what the loaders skip or misread, in file order
 */
public record EnvFile(
        String path,
        boolean example,
        List<EnvVariable> variables,
        SortedSet<String> commentedOut,
        List<Finding> findings) {
    public EnvFile {
        Objects.requireNonNull(path);
        variables = List.copyOf(variables);
        commentedOut = Collections.unmodifiableSortedSet(new TreeSet<>((Set<String>) commentedOut));
        findings = List.copyOf(findings);
    }

    /** The entry that counts for that name: the last one. */
    public Optional<EnvVariable> variable(String name) {
        return variables.reversed().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /** The entries that count, by name. */
    public Map<String, EnvVariable> byName() {
        Map<String, EnvVariable> entries = new HashMap<>();
        variables.forEach(variable -> entries.put(variable.name(), variable));
        return Collections.unmodifiableMap(entries);
    }

    /** The names that can be shown, sorted. */
    public SortedSet<String> shownNames() {
        SortedSet<String> names = new TreeSet<>();
        variables.stream().filter(EnvVariable::showsName).forEach(variable -> names.add(variable.name()));
        return names;
    }

    /** This file with those of its entries alone. */
    public EnvFile only(Predicate<EnvVariable> wanted) {
        return new EnvFile(path, example, variables.stream().filter(wanted).toList(), commentedOut, findings);
    }

    /** This file, which is an example though its name does not say so. */
    public EnvFile asExample() {
        return new EnvFile(path, true, variables, commentedOut, findings);
    }

    /** Whether the file is an example and shows at that name what to write, not a value that could be used. */
    public boolean isTemplate(String name) {
        return example
                && variable(name)
                        .filter(entry -> Template.matches(entry.value()))
                        .isPresent();
    }

    /** What the file's name says about it. */
    public EnvName name() {
        return EnvName.of(path);
    }

    /** The folder that the file is in, with a slash at its end; "" for the root. */
    public String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Path and names, never a value. */
    @Override
    public String toString() {
        return "EnvFile[" + path + ": "
                + variables.stream().map(EnvVariable::label).toList() + "]";
    }
}
