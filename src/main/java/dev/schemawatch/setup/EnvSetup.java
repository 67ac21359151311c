package dev.schemawatch.setup;

import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.config.EnvConfig;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvInputs;
import dev.schemawatch.env.EnvScope;
import dev.schemawatch.env.IntegerRange;
import dev.schemawatch.env.SecretShape;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From what is configured about environment variables to what checks and the scanner take. */
public final class EnvSetup {
    /** What Prisma calls a connection limit; people put it into a variable of this name. */
    private static final String CONNECTION_LIMIT = "DATABASE_CONNECTION_LIMIT";

    private EnvSetup() {}

    /** What checks are told. */
    public static EnvSettings settings(EnvConfig config) {
        SortedMap<String, IntegerRange> integers =
                new TreeMap<>(Map.of(CONNECTION_LIMIT, new IntegerRange(Optional.of(1), Optional.empty())));
        SortedMap<String, SecretShape> secrets = new TreeMap<>();
        SortedMap<String, SortedSet<String>> documentation = new TreeMap<>();
        config.variables().forEach((name, variable) -> {
            if (variable.least().isPresent() || variable.most().isPresent()) {
                integers.put(name, new IntegerRange(variable.least(), variable.most()));
            }
            if (variable.length().isPresent()
                    || variable.minLength().isPresent()
                    || variable.charset().isPresent()) {
                secrets.put(
                        name,
                        new SecretShape(
                                variable.length(),
                                variable.minLength(),
                                variable.charset().map(EnvSetup::charset)));
            }
            documentation.put(name, paths(variable.documentedIn()));
        });
        SortedMap<String, SortedSet<String>> requiredByFile = new TreeMap<>();
        config.requiredByFile().forEach((file, names) -> requiredByFile.put(path(file), sorted(names)));
        return new EnvSettings(
                sorted(config.required()),
                requiredByFile,
                Set.copyOf(config.optional()),
                integers,
                secrets,
                paths(config.documentedIn()),
                documentation,
                config.productionHost());
    }

    /** The files that are read because they are named, beside those that are known by their own name. */
    public static SortedSet<String> files(EnvConfig config) {
        SortedSet<String> files = new TreeSet<>(config.examples());
        files.addAll(config.requiredByFile().keySet());
        files.addAll(config.documentedIn());
        config.variables().values().forEach(variable -> files.addAll(variable.documentedIn()));
        return paths(files);
    }

    /**
     * What is known of environment variables when a repository is checked.
     *
     * @param process the environment of this process: a variable that is set there is missing from no file
     */
    public static EnvInputs inputs(EnvConfig config, Map<String, String> process) {
        SortedSet<String> names = new TreeSet<>();
        process.forEach((name, value) -> {
            if (!value.isBlank()) {
                names.add(name);
            }
        });
        return new EnvInputs(
                new EnvScope.Repository(names),
                paths(config.examples()),
                paths(config.requiredByFile().keySet()));
    }

    /**
     * What is known when the environment of one application is checked.
     *
     * @param paths of the files that it reads, the strongest first
     * @param forDevelopment whether it is said to be for development or tests
     * @param process the part of this process' environment that matters to it
     */
    public static EnvInputs inputs(EnvConfig config, List<String> paths, boolean forDevelopment, EnvFile process) {
        SortedSet<String> files = paths(config.requiredByFile().keySet());
        files.addAll(paths);
        return new EnvInputs(new EnvScope.Application(paths, forDevelopment, process), paths(config.examples()), files);
    }

    private static SortedSet<String> sorted(Collection<String> names) {
        return new TreeSet<>(names);
    }

    private static SortedSet<String> paths(Collection<String> files) {
        return files.stream().map(EnvSetup::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As the scanner writes paths. */
    private static String path(String file) {
        return Path.of(file).normalize().toString().replace('\\', '/');
    }

    private static SecretShape.Charset charset(EnvConfig.Charset configured) {
        return switch (configured) {
            case HEX -> SecretShape.Charset.HEX;
            case ALPHANUMERIC -> SecretShape.Charset.ALPHANUMERIC;
            case BASE64 -> SecretShape.Charset.BASE64;
            case BASE64URL -> SecretShape.Charset.BASE64URL;
        };
    }
}
