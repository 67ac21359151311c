package dev.schemawatch.scaffold;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values for a test environment, guessed from the names of variables alone: what other files set may be secret. Whoever reads
 * one sees that it is for tests.
 *
 * @param urls variables that hold the URL of the database
 * @param shadowUrls variables that hold the URL of the shadow database
 * @param name of the repository
 */
record TestValues(Set<String> urls, Set<String> shadowUrls, String name) {
    private static final Pattern DATABASE = Pattern.compile("(.*_)?(DATABASE|DIRECT|POSTGRES|PG)(_.*)?_UR[IL]");
    private static final Pattern HEXADECIMAL = Pattern.compile(".*(ENCRYPT|HEX).*KEY.*");
    private static final Pattern SECRET = Pattern.compile(".*(SECRET|TOKEN|PASSWORD|SALT|KEY).*");
    private static final String SIXTEEN = "0123456789abcdef";

    String of(String variable) {
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
            return "for-tests-only-" + upper.toLowerCase(Locale.ROOT).replace('_', '-');
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
