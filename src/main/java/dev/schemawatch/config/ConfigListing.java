package dev.schemawatch.config;

import dev.schemawatch.config.ConfigEntry.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every key of a configuration that can be used, with its value and where that comes from. Made when it is asked for. */
public final class ConfigListing {
    private static final String HIDDEN = "***";

    private final ConfigValues values;

    ConfigListing(ConfigValues values) {
        this.values = Objects.requireNonNull(values);
    }

    /**
     * The keys in the order of the documentation.
     *
     * @param options what the command line says in place of a key's value: the key, and the option with its value
     */
    public List<ConfigEntry> entries(Map<String, Given> options) {
        return ConfigKeys.ALL.stream().flatMap(key -> entries(key, options)).toList();
    }

    private <T> Stream<ConfigEntry> entries(ConfigKey<T> key, Map<String, Given> options) {
        Given option = options.get(key.name());
        if (option != null) {
            return Stream.of(
                    new ConfigEntry(key.name(), Optional.of(option.value), Origin.COMMAND_LINE, option.option));
        }
        List<String> paths = paths(key);
        List<ConfigEntry> given = paths.stream()
                .flatMap(path -> values.at(key, path).map(value -> given(key, path, value)).stream())
                .toList();
        return given.isEmpty() && paths.stream().allMatch(key.name()::equals)
                ? Stream.of(new ConfigEntry(key.name(), key.standardText(), Origin.DEFAULT, ""))
                : given.stream();
    }

    /** Where values of the key can be: for each name that the user chose, or at the one place there is. */
    private List<String> paths(ConfigKey<?> key) {
        int open = key.name().indexOf(".<");
        return open < 0
                ? List.of(key.name())
                : values.chosen(key.name().substring(0, open)).stream()
                        .map(key::pathFor)
                        .toList();
    }

    /** A URL may be anything, also what nobody recognised as a password. */
    private <T> ConfigEntry given(ConfigKey<T> key, String path, T value) {
        String place = values.place(path).orElse("");
        Origin origin = key.variable().filter(place::equals).isPresent() ? Origin.ENVIRONMENT : Origin.FILE;
        String shown = key.equals(ConfigKeys.DATABASE_URL)
                ? HIDDEN
                : key.type().format().apply(value);
        return new ConfigEntry(path, Optional.of(shown), origin, place);
    }

    /**
     * A value that the command line gives.
     *
     * @param option by which: {@code --schema}
     */
    public record Given(String option, String value) {}
}
