package dev.schemawatch.config;

import dev.schemawatch.config.EnvConfig.Variable;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts what was given about environment variables together, and sees what contradicts itself. */
final class EnvConfigReader {
    private final ConfigValues values;
    private final List<ConfigProblem> problems;

    /** @param problems takes what is wrong */
    EnvConfigReader(ConfigValues values, List<ConfigProblem> problems) {
        this.values = values;
        this.problems = problems;
    }

    EnvConfig read() {
        SortedMap<String, List<String>> requiredByFile = new TreeMap<>();
        for (String file : values.chosen("env.files")) {
            values.given(EnvKeys.FILE_REQUIRED, file).ifPresent(names -> requiredByFile.put(file, names));
        }
        SortedMap<String, Variable> variables = new TreeMap<>();
        values.chosen("env.variables").forEach(name -> variables.put(name, variable(name)));
        return new EnvConfig(
                values.given(EnvKeys.REQUIRED).orElse(List.of()),
                requiredByFile,
                values.value(EnvKeys.EXAMPLE),
                values.value(EnvKeys.OPTIONAL),
                values.value(EnvKeys.DOCUMENTED_IN),
                values.value(EnvKeys.PRODUCTION_HOST),
                variables);
    }

    private Variable variable(String name) {
        Variable variable = new Variable(
                values.given(EnvKeys.LEAST, name),
                values.given(EnvKeys.MOST, name),
                values.given(EnvKeys.LENGTH, name),
                values.given(EnvKeys.MIN_LENGTH, name),
                values.given(EnvKeys.CHARSET, name),
                values.given(EnvKeys.VARIABLE_DOCUMENTED_IN, name).orElse(List.of()));
        contradiction(variable).ifPresent(contradiction -> {
            String path = "env.variables." + name;
            problems.add(new ConfigProblem(values.place(path).orElse(path), path + contradiction));
        });
        return variable;
    }

    private static Optional<String> contradiction(Variable variable) {
        boolean number = variable.least().isPresent() || variable.most().isPresent();
        boolean secret = variable.length().isPresent()
                || variable.minLength().isPresent()
                || variable.charset().isPresent();
        if (number && secret) {
            return Optional.of(" has both a range of numbers and the shape of a secret. Keep one.");
        }
        if (variable.length().isPresent() && variable.minLength().isPresent()) {
            return Optional.of(" has both length and min-length. Keep one.");
        }
        if (variable.least().isPresent()
                && variable.most().filter(most -> most < variable.least().get()).isPresent()) {
            return Optional.of(".min must not be greater than max.");
        }
        return Optional.empty();
    }
}
