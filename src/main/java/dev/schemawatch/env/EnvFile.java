package dev.schemawatch.env;

import dev.schemawatch.finding.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A {@code .env} file as its loaders understand it.
 *
 * @param path relative to the repository's root
 * @param variables in file order; a name may occur twice, and then the last one counts
 * @param findings what the loaders skip or misread, in file order
 */
public record EnvFile(String path, List<EnvVariable> variables, List<Finding> findings) {
    public EnvFile {
        Objects.requireNonNull(path);
        variables = List.copyOf(variables);
        findings = List.copyOf(findings);
    }

    /** The entry that counts for that name: the last one. */
    public Optional<EnvVariable> variable(String name) {
        return variables.reversed().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /** Path and names, never a value. */
    @Override
    public String toString() {
        return "EnvFile[" + path + ": "
                + variables.stream().map(EnvVariable::name).toList() + "]";
    }
}
