package dev.schemawatch.config;

import static dev.schemawatch.config.ValueType.choice;
import static dev.schemawatch.config.ValueType.number;
import static dev.schemawatch.config.ValueType.pattern;
import static dev.schemawatch.config.ValueType.texts;

import java.util.List;
import java.util.regex.Pattern;

/** The keys about environment variables, in the order of the documentation. */
final class EnvKeys {
    private EnvKeys() {}

    private static final int LARGEST = 999_999_999;
    private static final int LONGEST = 100_000;

    static final ConfigKey<List<String>> REQUIRED = ConfigKey.of(
            "env.required",
            texts("a list of variables"),
            "Variables that the application cannot do without, whichever name it runs under: `schemawatch env` ends with"
                    + " status 2 when one is not set, and every `.env` and the example must have them."
                    + " Those that the schema or `prisma.config.*` reads need not be named.");

    static final ConfigKey<List<String>> FILE_REQUIRED = ConfigKey.of(
            "env.files.<file>.required",
            texts("a list of variables"),
            "Variables that this file must set, for example those of `server/.env.test`. Its path is relative to this file."
                    + " An example must name them; in any other file an empty value counts as none.");

    static final ConfigKey<List<String>> EXAMPLE = ConfigKey.of(
            "env.example",
            texts("a path, or a list of paths"),
            List.of(),
            "Files that show which variables there are, where they have another name than `.env.example`, `.env.sample`,"
                    + " `.env.template`, `.env.dist` and the like, which are known.");

    static final ConfigKey<List<String>> OPTIONAL = ConfigKey.of(
            "env.optional",
            texts("a list of variables"),
            List.of(),
            "Variables of the example that a `.env` may leave out, and variables of a `.env` that no example needs to show.");

    static final ConfigKey<List<String>> DOCUMENTED_IN = ConfigKey.of(
            "env.documented-in",
            texts("a path, or a list of paths"),
            List.of(),
            "Files that must mention every variable of the example, for example `README.md`.");

    static final ConfigKey<Pattern> PRODUCTION_HOST = ConfigKey.of(
            "env.production-host",
            pattern("a regular expression"),
            Pattern.compile("(?i)(^|[^a-z])(prod|production|prd)([^a-z]|$)"),
            "Which hosts of databases are production's: a regular expression that is found in the host's name. No file that"
                    + " is for development or tests by its name may lead to one.");

    static final ConfigKey<Integer> LEAST = ConfigKey.of(
            "env.variables.<variable>.min",
            number(0, LARGEST),
            "The least whole number that the variable may hold. With this or `max` it must hold a whole number."
                    + " `DATABASE_CONNECTION_LIMIT` has a `min` of 1 unless it is given another.");

    static final ConfigKey<Integer> MOST = ConfigKey.of(
            "env.variables.<variable>.max",
            number(0, LARGEST),
            "The greatest whole number that the variable may hold.");

    static final ConfigKey<Integer> LENGTH = ConfigKey.of(
            "env.variables.<variable>.length", number(1, LONGEST), "How many characters the secret has, exactly.");

    static final ConfigKey<Integer> MIN_LENGTH = ConfigKey.of(
            "env.variables.<variable>.min-length", number(1, LONGEST), "How many characters the secret has at least.");

    static final ConfigKey<EnvConfig.Charset> CHARSET = ConfigKey.of(
            "env.variables.<variable>.charset",
            choice(EnvConfig.Charset.class),
            "The characters that the secret is made of.");

    static final ConfigKey<List<String>> VARIABLE_DOCUMENTED_IN = ConfigKey.of(
            "env.variables.<variable>.documented-in",
            texts("a path, or a list of paths"),
            "Files that must mention this variable.");

    static final List<ConfigKey<?>> ALL = List.of(
            REQUIRED,
            FILE_REQUIRED,
            EXAMPLE,
            OPTIONAL,
            DOCUMENTED_IN,
            PRODUCTION_HOST,
            LEAST,
            MOST,
            LENGTH,
            MIN_LENGTH,
            CHARSET,
            VARIABLE_DOCUMENTED_IN);
}
