package dev.schemawatch.scaffold;

import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.env.IntegerRange;
import dev.schemawatch.env.SecretShape;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values for a test environment, guessed from the names of variables alone: what other files set may be secret. Whoever reads
 * one sees that it is for tests.
 *
 * @param urls variables that hold the URL of the database
 * @param shadowUrls variables that hold the URL of the shadow database
 * @param demands what the values have to be like
 * @param name of the repository
 */
record TestValues(Set<String> urls, Set<String> shadowUrls, EnvSettings demands, String name) {
    private static final Pattern DATABASE = Pattern.compile("(.*_)?(DATABASE|DIRECT|POSTGRES|PG)(_.*)?_UR[IL]");
    private static final Pattern HEXADECIMAL = Pattern.compile(".*(ENCRYPT|HEX).*KEY.*");
    private static final Pattern SECRET = Pattern.compile(".*(SECRET|TOKEN|PASSWORD|SALT|KEY).*");
    private static final Pattern PLAIN = Pattern.compile("[\\w./:-]*");
    private static final String SIXTEEN = "0123456789abcdef";
    private static final String LETTERS = "fortestsonly";
    private static final String WORDS = "for-tests-only-";
    private static final int USUAL_LENGTH = 32;

    /** The line that sets a variable in the file at that path, for a shell as well as for every reader of such files. */
    String line(String variable, String path) {
        String guessed = guess(variable);
        String value = guessed.isEmpty() && demands.isRequired(path, variable) ? words(variable) : guessed;
        String fitting = fitting(variable, value);
        return variable + "=" + (PLAIN.matcher(fitting).matches() ? fitting : "\"" + fitting + "\"");
    }

    /** That value where it will do, else another. */
    private String fitting(String variable, String value) {
        IntegerRange range = demands.integers().get(variable);
        if (range != null && !range.admits(value)) {
            return range.least()
                    .or(range::most)
                    .map(bound -> Integer.toString(bound))
                    .orElse("1");
        }
        SecretShape shape = demands.secrets().get(variable);
        return shape == null || shape.admits(value) ? value : secret(shape);
    }

    private static String secret(SecretShape shape) {
        String digits = shape.charset()
                .map(charset -> switch (charset) {
                    case HEX -> SIXTEEN;
                    case ALPHANUMERIC, BASE64, BASE64URL -> LETTERS;
                })
                .orElse(WORDS);
        int length = shape.length().or(shape::minLength).orElse(USUAL_LENGTH);
        return digits.repeat(length / digits.length() + 1).substring(0, length);
    }

    private static String words(String variable) {
        return WORDS + variable.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String guess(String variable) {
        if (shadowUrls.contains(variable)) {
            return url("_test_shadow");
        }
        String upper = variable.toUpperCase(Locale.ROOT);
        if (urls.contains(variable) || DATABASE.matcher(upper).matches()) {
            return url("_test");
        }
        if (upper.equals("NODE_ENV")) {
            return "test";
        }
        if (upper.endsWith("CONNECTION_LIMIT")) {
            return "10";
        }
        if (upper.equals("LOG_LEVEL")) {
            return "error";
        }
        if (HEXADECIMAL.matcher(upper).matches()) {
            return SIXTEEN.repeat(4);
        }
        if (SECRET.matcher(upper).matches()) {
            return words(variable);
        }
        if (upper.endsWith("PORT")) {
            return "3001";
        }
        if (upper.endsWith("HOST")) {
            return "localhost";
        }
        return upper.endsWith("_URL") || upper.endsWith("_ORIGIN") ? "http://localhost:3000" : "";
    }

    private String url(String suffix) {
        String database = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return "postgresql://postgres:postgres@localhost:5432/" + database + suffix
                + "?connection_limit=10&pool_timeout=20";
    }
}
