package dev.schemawatch.config;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is said about environment variables.
 *
 * @param required variables that are always needed
 * @param requiredByFile variables that a file must set, by its path
 * @param examples files that show which variables there are, beside those that are known by their name
 * @param optional variables that need not be the same in an example and a {@code .env}
 * @param documentedIn files that must mention every variable of an example
 * @param productionHost is found in the name of a host of production
 * @param variables what is said about single variables, by name
 */
public record EnvConfig(
        List<String> required,
        SortedMap<String, List<String>> requiredByFile,
        List<String> examples,
        List<String> optional,
        List<String> documentedIn,
        Pattern productionHost,
        SortedMap<String, Variable> variables) {

    public EnvConfig {
        required = List.copyOf(required);
        requiredByFile = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, List<String>>) requiredByFile));
        examples = List.copyOf(examples);
        optional = List.copyOf(optional);
        documentedIn = List.copyOf(documentedIn);
        Objects.requireNonNull(productionHost);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Variable>) variables));
    }

    /**
     * What is said about one variable.
     *
     * @param least the least whole number that it may hold
     * @param most the greatest
     * @param length how many characters it has
     * @param minLength how many it has at least
     * @param charset which
     * @param documentedIn files that must mention it
     */
    public record Variable(
            Optional<Integer> least,
            Optional<Integer> most,
            Optional<Integer> length,
            Optional<Integer> minLength,
            Optional<Charset> charset,
            List<String> documentedIn) {
        public Variable {
            documentedIn = List.copyOf(documentedIn);
        }
    }

    /** The characters that a secret may be made of. */
    public enum Charset {
        HEX,
        ALPHANUMERIC,
        BASE64,
        BASE64URL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
