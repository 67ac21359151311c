package dev.schemawatch.config;

import static dev.schemawatch.config.ValueType.choice;
import static dev.schemawatch.config.ValueType.duration;
import static dev.schemawatch.config.ValueType.flag;
import static dev.schemawatch.config.ValueType.globs;
import static dev.schemawatch.config.ValueType.number;
import static dev.schemawatch.config.ValueType.text;
import static dev.schemawatch.config.ValueType.texts;

import dev.schemawatch.workspace.ScriptOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every key of the configuration, in the order of the documentation. A new key is a constant here. */
final class ConfigKeys {
    private ConfigKeys() {}

    static final ConfigKey<String> SCHEMA = ConfigKey.of(
            "schema",
            text("a path"),
            "The Prisma schema: a file, or the folder whose `.prisma` files together are the schema. Without it,"
                    + " Schemawatch"
                    + " looks where Prisma does (`prisma.config.*`, `package.json`, `schema.prisma`,"
                    + " `prisma/schema.prisma`,"
                    + " `prisma/schema/`), in every package of the repository.");

    static final ConfigKey<String> MIGRATIONS = ConfigKey.of(
            "migrations",
            text("a path"),
            "The folder of the migrations. Without it, the folder that `prisma.config.*` names, else `migrations`"
                    + " beside the"
                    + " schema.");

    static final ConfigKey<String> MIGRATIONS_FOLDER = ConfigKey.of(
            "migrations.folder",
            text("a path"),
            "The same where more is said about migrations: `migrations: { folder: db/migrations, base: develop }`.");

    static final ConfigKey<String> MIGRATIONS_BASE = ConfigKey.of(
            "migrations.base",
            text("the name of a branch"),
            "The branch that work is merged into: a migration that it has is everybody's, and must not change any more. Without"
                    + " it the one that `origin/HEAD` names, else `origin/main`, `origin/master`, `main` or `master`; where"
                    + " there is none of them, the last commit.");

    static final ConfigKey<ScriptOrder> MIGRATIONS_ORDER = ConfigKey.of(
            "migrations.order",
            choice(ScriptOrder.class),
            ScriptOrder.PRISMA_FIRST,
            "Where scripts that people write, `NN_name.sql`, stand among Prisma's migrations, which are in the order of their names:"
                    + " `prisma-first` behind them in the order of their numbers, or by their timestamp where they have one;"
                    + " `scripts-first` before them; `by-name` all in the order of their names.");

    static final ConfigKey<Integer> PRISMA_VERSION = ConfigKey.of(
            "prisma-version",
            number(5, 7),
            "The major version of Prisma whose rules apply. Without it, the version in `package.json`.");

    static final ConfigKey<List<String>> DATABASE_URL_FROM = ConfigKey.of(
            "databases.<name>.url-from",
            texts("the name of an environment variable, or a list of such names"),
            "The environment variable that holds the URL of this database, or several, of which the first that is set"
                    + " counts. Looked up in the process, then in `.env.local` and `.env`. Without any database here,"
                    + " one"
                    + " named `main` is looked for in the usual variables.");

    static final ConfigKey<String> DATABASE_URL = ConfigKey.of(
            "databases.<name>.url",
            text("a URL"),
            "The URL itself, in place of `url-from`. It must not hold a password, since this file is committed.");

    static final ConfigKey<String> DATABASE_SCHEMA = ConfigKey.of(
            "databases.<name>.schema",
            text("a path"),
            "The Prisma schema that this database is compared with. Needed only where the repository has several.");

    static final ConfigKey<List<String>> REQUIRED_MODELS = ConfigKey.of(
            "required-models",
            texts("a list of models"),
            "Models that the schema must declare. Without it, the rule `missing-required-model` finds nothing.");

    static final ConfigKey<String> TENANT_FIELD = ConfigKey.of(
            "tenant.field",
            text("the name of a field"),
            "tenantId",
            "The field that says to which tenant a row belongs.");

    static final ConfigKey<String> TENANT_TYPE =
            ConfigKey.of("tenant.type", text("a type"), "String", "The type of that field, as the schema writes it.");

    static final ConfigKey<List<String>> TENANT_MODELS = ConfigKey.of(
            "tenant.models",
            texts("a list of models"),
            "The models whose rows belong to tenants. Either this or `tenant.all-except` switches the rules of tenancy"
                    + " on.");

    static final ConfigKey<List<String>> TENANT_ALL_EXCEPT = ConfigKey.of(
            "tenant.all-except",
            texts("a list of models"),
            "In place of `tenant.models`: the rows of every model but these belong to tenants.");

    static final ConfigKey<RuleLevel> RULE = ConfigKey.of(
            "rules.<rule>",
            choice(RuleLevel.class),
            "How much findings of that rule matter, or `off`, or `on` for the severity that the rule declares. Without"
                    + " it, a"
                    + " rule is as it declares itself: most are on, rules of taste are off. `schemawatch rules` lists"
                    + " them.");

    static final ConfigKey<RuleLevel> RULE_SEVERITY = ConfigKey.of(
            "rules.<rule>.severity",
            choice(RuleLevel.class),
            "The same where the rule has options beside it: `field-order: { severity: warning, order: [id, ...] }`. A"
                    + " rule that"
                    + " is given options is on.");

    static final ConfigKey<FailOn> FAIL_ON = ConfigKey.of(
            "fail-on",
            choice(FailOn.class),
            "From which severity on findings make a command end with status 2. Without it, `error` for `check` and"
                    + " `warning` for"
                    + " `drift`: drift of any kind but what is only worth knowing.");

    static final ConfigKey<List<String>> IGNORE = ConfigKey.of(
            "ignore",
            globs("a list of glob patterns, in which every { and [ is closed"),
            List.of(),
            "Paths that are neither read nor watched, relative to this file. A search for schemas"
                    + " enters neither hidden folders nor `node_modules` nor folders of results (`dist`, `build`,"
                    + " `target` and"
                    + " the like) in any case.");

    static final ConfigKey<Duration> DRIFT_INTERVAL = ConfigKey.of(
            "drift.interval",
            duration(Duration.ofSeconds(1), Duration.ofHours(24)),
            Duration.ofSeconds(30),
            "How often the daemon compares the databases with their schemas.");

    static final ConfigKey<Duration> DRIFT_DEADLINE = ConfigKey.of(
            "drift.deadline",
            duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
            Duration.ofSeconds(10),
            "When a comparison that is not finished is given up: a server that hangs is reported, not waited for.");

    static final ConfigKey<Duration> WATCH_SETTLE = ConfigKey.of(
            "watch.settle",
            duration(Duration.ofMillis(1), Duration.ofSeconds(10)),
            Duration.ofMillis(15),
            "How long no file may change before the daemon checks.");

    static final ConfigKey<Duration> WATCH_MAX_WAIT = ConfigKey.of(
            "watch.max-wait",
            duration(Duration.ofMillis(10), Duration.ofMinutes(1)),
            Duration.ofSeconds(2),
            "How long changes that do not end may keep the daemon from checking; at least `watch.settle`.");

    static final ConfigKey<String> HTTP_HOST = ConfigKey.of(
            "http.host",
            text("a host name or an address"),
            "127.0.0.1",
            "The address on which the daemon serves `/q/metrics` and `/q/health`; `0.0.0.0` in a container.");

    static final ConfigKey<Integer> HTTP_PORT = ConfigKey.of(
            "http.port", number(0, 65_535), 9464, "The port on which it serves them; 0 takes any free one.");

    static final ConfigKey<String> SAFETY_START_AFTER = ConfigKey.of(
            "safety.start-after",
            text("the name of a migration, or its number"),
            "The last migration that the rules of safety leave alone; they look at every later one. Without it they leave alone"
                    + " what the main branch has (`origin/HEAD`, `main` or `master`), and look at the latest ten where there is"
                    + " no git. `check --all` looks at every migration in any case.");

    static final ConfigKey<Integer> SAFETY_POSTGRES_VERSION = ConfigKey.of(
            "safety.postgres-version",
            number(11, 18),
            17,
            "The major version of the oldest PostgreSQL that migrations run on: what a statement locks depends on it.");

    static final ConfigKey<Boolean> DRY_RUN_ON_CHANGE = ConfigKey.of(
            "dry-run.on-change",
            flag(),
            false,
            "Whether `watch` tries all migrations on an empty database, in the background, when one of them or the schema has"
                    + " changed: on the shadow database where one is named, else on a PostgreSQL of this machine.");

    static final ConfigKey<FailOn> HOOK_FAIL_ON = ConfigKey.of(
            "hook.fail-on",
            choice(FailOn.class),
            FailOn.ERROR,
            "From which severity on findings stop a commit. Only what the commit would bring in counts, never what was there"
                    + " before. A changed schema without its migration is an error here, unless `rules` sets its level.");

    static final ConfigKey<OnError> HOOK_ON_ERROR = ConfigKey.of(
            "hook.on-error",
            choice(OnError.class),
            OnError.PASS,
            "What becomes of a commit that could not be checked, because Schemawatch is missing or has a fault: `pass` warns and"
                    + " lets it through, `block` stops it.");

    static final List<ConfigKey<?>> ALL = Stream.of(
                    List.of(
                            SCHEMA,
                            MIGRATIONS,
                            MIGRATIONS_FOLDER,
                            MIGRATIONS_BASE,
                            MIGRATIONS_ORDER,
                            PRISMA_VERSION,
                            DATABASE_URL_FROM,
                            DATABASE_URL,
                            DATABASE_SCHEMA,
                            REQUIRED_MODELS,
                            TENANT_FIELD,
                            TENANT_TYPE,
                            TENANT_MODELS,
                            TENANT_ALL_EXCEPT,
                            RULE,
                            RULE_SEVERITY),
                    RuleKeys.ALL,
                    EnvKeys.ALL,
                    List.of(
                            FAIL_ON,
                            IGNORE,
                            DRIFT_INTERVAL,
                            DRIFT_DEADLINE,
                            WATCH_SETTLE,
                            WATCH_MAX_WAIT,
                            HTTP_HOST,
                            HTTP_PORT,
                            SAFETY_START_AFTER,
                            SAFETY_POSTGRES_VERSION,
                            DRY_RUN_ON_CHANGE,
                            HOOK_FAIL_ON,
                            HOOK_ON_ERROR))
            .<ConfigKey<?>>flatMap(List::stream)
            .toList();
}
