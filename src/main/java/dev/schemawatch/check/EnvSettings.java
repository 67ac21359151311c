package dev.schemawatch.check;

import dev.schemawatch.env.IntegerRange;
import dev.schemawatch.env.SecretShape;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the user says about environment variables.
 *
 * @param required variables that are always needed
 * @param requiredByFile variables that a file must set, by its path
 * @param optional variables that need not be the same in an example and a {@code .env}
 * @param integers variables that hold whole numbers
 * @param secrets variables whose value has a shape
 * @param documentedIn files that must mention every variable of an example
 * @param documentation files that must mention a variable, by its name
 * @param productionHost is found in the name of a host of production
 */
public record EnvSettings(
        SortedSet<String> required,
        SortedMap<String, SortedSet<String>> requiredByFile,
        Set<String> optional,
        SortedMap<String, IntegerRange> integers,
        SortedMap<String, SecretShape> secrets,
        SortedSet<String> documentedIn,
        SortedMap<String, SortedSet<String>> documentation,
        Pattern productionHost) {

    public EnvSettings {
        required = Collections.unmodifiableSortedSet(new TreeSet<>((Set<String>) required));
        requiredByFile = copy(requiredByFile);
        optional = Set.copyOf(optional);
        integers = copy(integers);
        secrets = copy(secrets);
        documentedIn = Collections.unmodifiableSortedSet(new TreeSet<>((Set<String>) documentedIn));
        documentation = copy(documentation);
        Objects.requireNonNull(productionHost);
    }

    /** Nothing is said. */
    public static EnvSettings none() {
        return new EnvSettings(
                new TreeSet<>(),
                new TreeMap<>(),
                Set.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                Pattern.compile("(?!)"));
    }

    /** Whether the file cannot do without the variable. */
    public boolean isRequired(String path, String name) {
        return required.contains(name)
                || requiredByFile.getOrDefault(path, new TreeSet<>()).contains(name);
    }

    /** Every name that the user speaks of. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(required);
        requiredByFile.values().forEach(names::addAll);
        names.addAll(optional);
        names.addAll(integers.keySet());
        names.addAll(secrets.keySet());
        names.addAll(documentation.keySet());
        return names;
    }

    private static <V> SortedMap<String, V> copy(SortedMap<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, V>) map));
    }
}
