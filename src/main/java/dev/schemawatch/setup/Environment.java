package dev.schemawatch.setup;

import dev.schemawatch.env.EnvExpansion;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The variables of the process and of the repository's {@code .env} files. The process comes first; then every
 * {@code .env.local}, then every {@code .env}, those of the root before those nearer to the schema. An empty value counts as
 * none.
 */
public final class Environment {
    private static final String PROCESS = "the process environment";

    private final Map<String, String> process;
    private final List<EnvFile> files;

    /**
     * @param process variables by name
     * @param files in order of their rank
     */
    public Environment(Map<String, String> process, List<EnvFile> files) {
        this.process = Map.copyOf(process);
        this.files = List.copyOf(files);
    }

    /** The first of the variables that is set, each looked for everywhere before the next. */
    Optional<Found> firstSet(List<String> names) {
        return names.stream()
                .flatMap(name -> layers().flatMap(layer -> layer.find(name).stream()))
                .findFirst();
    }

    /** The variable that is set in the highest rank, the names being equals: a rank is searched for all of them. */
    Optional<Found> nearest(List<String> names) {
        return layers().flatMap(layer -> names.stream().flatMap(name -> layer.find(name).stream()))
                .findFirst();
    }

    /** Every value that one of the variables has anywhere. */
    Stream<Found> all(List<String> names) {
        return layers().flatMap(layer -> names.stream().flatMap(name -> layer.find(name).stream()));
    }

    /** The places that are searched, for a message. */
    List<String> places() {
        List<String> places = new ArrayList<>(List.of(PROCESS));
        files.forEach(file -> places.add(file.path()));
        return places;
    }

    private Stream<Layer> layers() {
        return Stream.concat(
                Stream.of(name -> notEmpty(process.get(name))
                        .map(value -> new Found(new Secret(value), name + " in " + PROCESS))),
                files.stream().map(this::layer));
    }

    private Layer layer(EnvFile file) {
        EnvExpansion expansion = new EnvExpansion(file, process);
        return name -> file.variable(name)
                .flatMap(variable -> expansion
                        .value(name)
                        .filter(value -> !value.isEmpty())
                        .map(value -> new Found(
                                new Secret(value),
                                name + " in " + variable.location().display())));
    }

    private static Optional<String> notEmpty(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    @FunctionalInterface
    private interface Layer {
        Optional<Found> find(String name);
    }

    /**
     * A value and where it was.
     *
     * @param from in words, without the value
     */
    record Found(Secret value, String from) {}
}
