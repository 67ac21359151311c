package dev.schemawatch.config;

import dev.schemawatch.config.AppConfig.Database;
import dev.schemawatch.config.AppConfig.Tenant;
import dev.schemawatch.config.AppConfig.UrlFrom;
import dev.schemawatch.finding.RuleCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns a configuration file and the environment into an {@link AppConfig}, or into all that is wrong with them. A variable
 * {@code SCHEMAWATCH_…} beats the file, the file beats the defaults.
 */
public final class ConfigReader {
    private static final Pattern PASSWORD_IN_URL =
            Pattern.compile("(?i)^[a-z+]*://[^/]*:.*@.*|.*[?&](?:ssl)?password=.*", Pattern.DOTALL);

    private static final Pattern LINE_AND_COLUMN = Pattern.compile(":(\\d+):(\\d+)$");

    /** Those of the file by line and column, then those without. */
    private static final Comparator<ConfigProblem> IN_FILE_ORDER =
            Comparator.comparingLong(problem -> position(problem.place()));

    private final Map<String, String> environment;
    private final RuleCatalog rules;

    /**
     * @param environment of the process, by name
     * @param rules those that the configuration may name
     */
    public ConfigReader(Map<String, String> environment, RuleCatalog rules) {
        this.environment = Map.copyOf(environment);
        this.rules = Objects.requireNonNull(rules);
    }

    /** The configuration where there is no file. */
    public ConfigResult readEnvironment() {
        return read("", "");
    }

    /**
     * The configuration with the file's text.
     *
     * @param file the name to call the file in problems
     */
    public ConfigResult read(String file, String text) {
        YamlReader yaml = new YamlReader(file, rules);
        yaml.read(text);
        List<ConfigProblem> problems = new ArrayList<>(yaml.problems());
        ConfigValues values = withEnvironment(yaml.values(), problems);
        SortedMap<String, Database> databases = databases(values, problems);
        Optional<Tenant> tenant = tenant(values, problems);
        EnvConfig env = new EnvConfigReader(values, problems).read();
        AppConfig.Watch watch = watch(values, problems);
        SortedMap<String, RuleLevel> levels = new RuleLevels(values, rules, problems).read();
        if (!problems.isEmpty()) {
            problems.sort(IN_FILE_ORDER);
            return new ConfigResult.Invalid(problems);
        }
        return new ConfigResult.Valid(
                new AppConfig(
                        values.given(ConfigKeys.SCHEMA),
                        values.given(ConfigKeys.MIGRATIONS).or(() -> values.given(ConfigKeys.MIGRATIONS_FOLDER)),
                        values.given(ConfigKeys.MIGRATIONS_BASE),
                        values.value(ConfigKeys.MIGRATIONS_ORDER),
                        values.given(ConfigKeys.PRISMA_VERSION),
                        databases,
                        values.given(ConfigKeys.REQUIRED_MODELS).orElse(List.of()),
                        tenant,
                        levels,
                        RuleKeys.conventions(values),
                        env,
                        values.given(ConfigKeys.FAIL_ON),
                        values.value(ConfigKeys.IGNORE),
                        new AppConfig.Drift(
                                values.value(ConfigKeys.DRIFT_INTERVAL), values.value(ConfigKeys.DRIFT_DEADLINE)),
                        watch,
                        new AppConfig.Http(values.value(ConfigKeys.HTTP_HOST), values.value(ConfigKeys.HTTP_PORT)),
                        new AppConfig.DryRun(values.value(ConfigKeys.DRY_RUN_ON_CHANGE)),
                        new AppConfig.Hook(
                                values.value(ConfigKeys.HOOK_FAIL_ON), values.value(ConfigKeys.HOOK_ON_ERROR)),
                        new AppConfig.Safety(
                                values.given(ConfigKeys.SAFETY_START_AFTER),
                                values.value(ConfigKeys.SAFETY_POSTGRES_VERSION))),
                new ConfigListing(values));
    }

    private static long position(String place) {
        Matcher matcher = LINE_AND_COLUMN.matcher(place);
        return matcher.find()
                ? (Long.parseLong(matcher.group(1)) << Integer.SIZE) + Long.parseLong(matcher.group(2))
                : Long.MAX_VALUE;
    }

    private ConfigValues withEnvironment(ConfigValues file, List<ConfigProblem> problems) {
        Map<String, Object> values = new HashMap<>(file.values());
        Map<String, String> places = new HashMap<>(file.places());
        Map<String, SortedSet<String>> chosen = new HashMap<>(file.chosen());
        for (ConfigKey<?> key : ConfigKeys.ALL) {
            key.variable().filter(environment::containsKey).ifPresent(variable -> {
                Optional<?> value =
                        key.type().parser().apply(texts(variable, key.type().isList()));
                places.put(key.name(), variable);
                String last = key.path().getLast();
                String section = key.name().substring(0, Math.max(0, key.name().length() - last.length() - 1));
                chosen.computeIfAbsent(section, _ -> new TreeSet<>()).add(last);
                if (value.isPresent()) {
                    values.put(key.name(), value.get());
                } else {
                    problems.add(new ConfigProblem(
                            variable, key.name() + " must be " + key.type().words() + "."));
                }
            });
        }
        return new ConfigValues(values, places, chosen);
    }

    private List<String> texts(String variable, boolean isList) {
        String given = environment.getOrDefault(variable, "").strip();
        return isList && !given.isEmpty()
                ? Stream.of(given.split(",", -1)).map(String::strip).toList()
                : List.of(given);
    }

    private static SortedMap<String, Database> databases(ConfigValues values, List<ConfigProblem> problems) {
        SortedMap<String, Database> databases = new TreeMap<>();
        for (String name : values.chosen("databases")) {
            String path = "databases." + name;
            Optional<String> url = values.given(ConfigKeys.DATABASE_URL, name);
            Optional<List<String>> variables = values.given(ConfigKeys.DATABASE_URL_FROM, name);
            if (url.filter(text -> PASSWORD_IN_URL.matcher(text).matches()).isPresent()) {
                problems.add(new ConfigProblem(
                        values.place(path + ".url").orElse(path),
                        path
                                + ".url holds a password, and this file is committed for everybody to read. Put the"
                                + " URL into"
                                + " an environment variable and name that in url-from."));
            } else if (url.isPresent() == variables.isPresent()) {
                if (url.isPresent() || isWithoutUrl(values, path)) {
                    problems.add(new ConfigProblem(
                            values.place(path).orElse(path),
                            url.isPresent()
                                    ? path + " has both url-from and url. Keep one."
                                    : path
                                            + " needs either url-from, the environment variable that holds the"
                                            + " URL, or url."));
                }
            } else {
                databases.put(
                        name,
                        new Database(
                                url.<UrlFrom>map(UrlFrom.Literal::new)
                                        .orElseGet(() -> new UrlFrom.Variables(variables.orElseThrow())),
                                values.given(ConfigKeys.DATABASE_SCHEMA, name)));
            }
        }
        return databases;
    }

    /** Neither was given; where one was given and is wrong, that has been said already. */
    private static boolean isWithoutUrl(ConfigValues values, String path) {
        return values.place(path + ".url").isEmpty()
                && values.place(path + ".url-from").isEmpty();
    }

    private static Optional<Tenant> tenant(ConfigValues values, List<ConfigProblem> problems) {
        if (values.chosen("tenant").isEmpty()) {
            return Optional.empty();
        }
        Optional<List<String>> models = values.given(ConfigKeys.TENANT_MODELS);
        Optional<List<String>> exceptions = values.given(ConfigKeys.TENANT_ALL_EXCEPT);
        if (models.isPresent() == exceptions.isPresent()) {
            problems.add(new ConfigProblem(
                    values.place("tenant")
                            .or(() -> values.place("tenant.models"))
                            .orElse("tenant"),
                    models.isPresent()
                            ? "tenant has both models and all-except. Keep one."
                            : "tenant needs either models, the models whose rows belong to tenants, or all-except,"
                                    + " those"
                                    + " whose rows do not."));
            return Optional.empty();
        }
        return Optional.of(new Tenant(
                values.value(ConfigKeys.TENANT_FIELD),
                values.value(ConfigKeys.TENANT_TYPE),
                Set.copyOf(models.or(() -> exceptions).orElseThrow()),
                exceptions.isPresent()));
    }

    private static AppConfig.Watch watch(ConfigValues values, List<ConfigProblem> problems) {
        Duration settle = values.value(ConfigKeys.WATCH_SETTLE);
        Duration maxWait = values.value(ConfigKeys.WATCH_MAX_WAIT);
        if (settle.compareTo(maxWait) > 0) {
            problems.add(new ConfigProblem(
                    values.place("watch.settle")
                            .or(() -> values.place("watch.max-wait"))
                            .orElse("watch"),
                    "watch.settle must not be longer than watch.max-wait."));
        }
        return new AppConfig.Watch(settle, maxWait);
    }
}
