package dev.schemawatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.config.AppConfig.Database;
import dev.schemawatch.config.AppConfig.Tenant;
import dev.schemawatch.config.AppConfig.UrlFrom;
import dev.schemawatch.convention.SchemaConventions;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.RuleCatalog;
import dev.schemawatch.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {
    private static final RuleCatalog RULES = new RuleCatalog(List.of(
            Rule.named("required-models", Severity.ERROR),
            Rule.named("no-empty-migration", Severity.ERROR).alias("sqltool", "empty"),
            Rule.named("schema-relation", Severity.ERROR).alwaysAnError(),
            Rule.named("forbidden-field", Severity.WARNING).offByDefault(),
            Rule.named("model-name-prefix", Severity.WARNING).offByDefault(),
            Rule.named("field-order", Severity.WARNING).offByDefault()));

    @Test
    void has_these_defaults() {
        AppConfig config = valid("");
        assertThat(config.schema()).isEmpty();
        assertThat(config.databases()).isEmpty();
        assertThat(config.tenant()).isEmpty();
        assertThat(config.failOn()).isEmpty();
        assertThat(config.drift()).isEqualTo(new AppConfig.Drift(Duration.ofSeconds(30), Duration.ofSeconds(10)));
        assertThat(config.watch()).isEqualTo(new AppConfig.Watch(Duration.ofMillis(15), Duration.ofSeconds(2)));
        assertThat(config.http()).isEqualTo(new AppConfig.Http("127.0.0.1", 9464));
    }

    @Test
    void reads_every_key() {
        AppConfig config = valid("""
                schema: server/prisma
                migrations: server/prisma/migrations
                prisma-version: 6
                databases:
                  dev: { url-from: DATABASE_URL }
                  staging:
                    url-from: [STAGING_URL, DATABASE_URL]
                    schema: other/schema.prisma
                  local: { url: "postgresql://postgres@localhost/app" }
                required-models: [Tenant, User]
                tenant: { field: orgId, type: Int, all-except: [Tenant] }
                rules: { no-empty-migration: off, required-models: warning }
                fail-on: never
                ignore: ["legacy/**"]
                drift: { interval: 5m, deadline: 20s }
                watch: { settle: 50ms, max-wait: 1s }
                http: { host: 0.0.0.0, port: 0 }
                """);
        assertThat(config.schema()).contains("server/prisma");
        assertThat(config.migrations()).contains("server/prisma/migrations");
        assertThat(config.prismaVersion()).contains(6);
        assertThat(config.databases())
                .containsOnly(
                        Map.entry("dev", from("DATABASE_URL")),
                        Map.entry(
                                "staging",
                                new Database(
                                        new UrlFrom.Variables(List.of("STAGING_URL", "DATABASE_URL")),
                                        Optional.of("other/schema.prisma"))),
                        Map.entry(
                                "local",
                                new Database(
                                        new UrlFrom.Literal("postgresql://postgres@localhost/app"), Optional.empty())));
        assertThat(config.requiredModels()).containsExactly("Tenant", "User");
        assertThat(config.tenant()).contains(new Tenant("orgId", "Int", Set.of("Tenant"), true));
        assertThat(config.rules())
                .containsOnly(
                        Map.entry("no-empty-migration", RuleLevel.OFF),
                        Map.entry("required-models", RuleLevel.WARNING));
        assertThat(config.failOn()).contains(FailOn.NEVER);
        assertThat(config.ignore()).containsExactly("legacy/**");
        assertThat(config.drift()).isEqualTo(new AppConfig.Drift(Duration.ofMinutes(5), Duration.ofSeconds(20)));
        assertThat(config.watch()).isEqualTo(new AppConfig.Watch(Duration.ofMillis(50), Duration.ofSeconds(1)));
        assertThat(config.http()).isEqualTo(new AppConfig.Http("0.0.0.0", 0));
    }

    @Test
    void reports_all_problems_at_once_with_their_places() {
        assertThat(problems("""
                shema: a
                prisma-version: 9
                drift:
                  intervall: 5s
                  deadline: soon
                rules:
                  no-empty-migrations: error
                  empty: warning
                  required-models: fatal
                databases:
                  dev: {}
                tenant:
                  field: orgId
                drift: {}
                http: 80
                """))
                .containsExactly(
                        "schemawatch.yaml:1:1: There is no key shema. Did you mean schema?",
                        "schemawatch.yaml:2:17: prisma-version must be a number from 5 to 7.",
                        "schemawatch.yaml:4:3: There is no key drift.intervall. Did you mean interval?",
                        "schemawatch.yaml:5:13: drift.deadline must be a duration from 1s to 10m.",
                        "schemawatch.yaml:7:3: There is no rule no-empty-migrations. Did you mean no-empty-migration?",
                        "schemawatch.yaml:8:3: There is no rule empty. What sqltool calls so is no-empty-migration here.",
                        "schemawatch.yaml:9:20: rules.required-models must be one of off, on, info, warning, error.",
                        "schemawatch.yaml:11:3: databases.dev needs either url-from, the environment variable that"
                                + " holds the"
                                + " URL, or url.",
                        "schemawatch.yaml:12:1: tenant needs either models, the models whose rows belong to tenants, or"
                                + " all-except, those whose rows do not.",
                        "schemawatch.yaml:14:1: drift is given twice in this section. Keep one.",
                        "schemawatch.yaml:15:7: http must be a section with keys of its own.");
    }

    @Test
    void reads_the_options_of_a_rule_beside_its_severity() {
        AppConfig config = valid("rules: { field-order: { severity: warning, order: [tenantId, ..., id] } }");
        assertThat(config.rules()).containsOnly(Map.entry("field-order", RuleLevel.WARNING));
        assertThat(config.conventions().fields().order()).containsExactly("tenantId", "...", "id");
    }

    @Test
    void takes_a_rule_with_options_for_one_that_is_wanted() {
        assertThat(valid("rules: { field-order: { order: id } }").rules())
                .containsOnly(Map.entry("field-order", RuleLevel.ON));
    }

    @Test
    void switches_a_rule_on_in_one_line() {
        assertThat(valid("rules: { field-order: on }").rules()).containsOnly(Map.entry("field-order", RuleLevel.ON));
        assertThat(valid("rules:\n  field-order:\n    severity: off").rules())
                .containsOnly(Map.entry("field-order", RuleLevel.OFF));
    }

    @Test
    void refuses_to_silence_a_rule_without_which_nothing_can_be_judged() {
        assertThat(problems("fail-on: error\nrules:\n  schema-relation: off"))
                .containsExactly(
                        "schemawatch.yaml:3:3: rules.schema-relation cannot be off: Prisma refuses a schema with"
                                + " such a fault, and nothing else in it can be judged. Remove the line, and correct the schema.");
        assertThat(problems("rules: { schema-relation: { severity: info } }"))
                .singleElement()
                .asString()
                .startsWith("schemawatch.yaml:1:10: rules.schema-relation cannot be info: ");
        assertThat(valid("rules: { schema-relation: error }").rules())
                .containsOnly(Map.entry("schema-relation", RuleLevel.ERROR));
    }

    @Test
    void refuses_a_rule_that_finds_nothing_for_want_of_its_option() {
        assertThat(problems("rules:\n  forbidden-field: on\n  model-name-prefix: warning"))
                .containsExactly(
                        "schemawatch.yaml:2:3: rules.forbidden-field finds nothing without rules.forbidden-field.fields, a"
                                + " list of fields, in which * stands for any characters. Write forbidden-field: {"
                                + " fields: … }, or remove the line.",
                        "schemawatch.yaml:3:3: rules.model-name-prefix finds nothing without"
                                + " rules.model-name-prefix.prefix, a prefix. Write model-name-prefix: { prefix: … }, or"
                                + " remove the line.");
        assertThat(problems("rules: { forbidden-field: { fields: [] } }")).hasSize(1);
        assertThat(problems("rules: { forbidden-field: { fields: {} } }")).hasSize(1);
        assertThat(valid("rules: { forbidden-field: off }").rules())
                .containsOnly(Map.entry("forbidden-field", RuleLevel.OFF));
    }

    @Test
    void leaves_conventions_as_most_have_them() {
        assertThat(valid("").conventions()).isEqualTo(SchemaConventions.STANDARD);
    }

    @Test
    void knows_the_options_of_each_rule() {
        assertThat(problems("""
                rules:
                  field-order: { orders: [id] }
                  no-empty-migration: { order: [id] }
                  required-models: []
                """))
                .containsExactly(
                        "schemawatch.yaml:2:18: There is no key rules.field-order.orders. Did you mean order?",
                        "schemawatch.yaml:3:25: There is no key rules.no-empty-migration.order.",
                        "schemawatch.yaml:4:20: rules.required-models must be one of off, on, info, warning, error.");
    }

    @Test
    void refuses_a_url_with_a_password_without_repeating_it() {
        assertThat(problems("databases:\n  dev:\n    url: postgres://app:canary@db/app"))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("schemawatch.yaml:3:5: databases.dev.url holds a password")
                        .doesNotContain("canary"));
        assertThat(problems("databases: { dev: { url: \"postgres://app@db/app?password=canary\" } }"))
                .hasSize(1);
    }

    @Test
    void lets_the_environment_beat_the_file() {
        ConfigResult result = new ConfigReader(
                        Map.of("SCHEMAWATCH_FAIL_ON", "info", "SCHEMAWATCH_IGNORE", "a/**, b"), RULES)
                .read("schemawatch.yaml", "fail-on: never");
        assertThat(result).isInstanceOfSatisfying(ConfigResult.Valid.class, valid -> {
            assertThat(valid.config().failOn()).contains(FailOn.INFO);
            assertThat(valid.config().ignore()).containsExactly("a/**", "b");
        });
    }

    @Test
    void names_the_variable_that_cannot_be_used() {
        ConfigResult result = new ConfigReader(Map.of("SCHEMAWATCH_HTTP_PORT", "canary"), RULES).readEnvironment();
        assertThat(result)
                .isEqualTo(new ConfigResult.Invalid(List.of(
                        new ConfigProblem("SCHEMAWATCH_HTTP_PORT", "http.port must be a number from 0 to 65535."))));
    }

    @Test
    void says_where_text_is_not_yaml() {
        assertThat(problems("drift:\n  interval: [1s\nwatch: {}"))
                .singleElement()
                .asString()
                .startsWith("schemawatch.yaml:3:")
                .contains("This is not YAML");
        assertThat(problems("a: \u0000")).hasSize(1);
        assertThat(problems("[".repeat(100))).hasSize(1);
        assertThat(problems("# ".repeat(1_000_000))).hasSize(1);
    }

    @Test
    void says_that_both_of_two_alternatives_are_given() {
        assertThat(problems("databases: { app: { url-from: A, url: \"postgresql://h/d\" } }\n"
                        + "tenant: { models: [A], all-except: [B] }"))
                .containsExactly(
                        "schemawatch.yaml:1:14: databases.app has both url-from and url. Keep one.",
                        "schemawatch.yaml:2:1: tenant has both models and all-except. Keep one.");
    }

    @Test
    void names_problems_in_the_order_of_the_file() {
        assertThat(problems("tenant: { field: x }\nignore: [ok/**, \"a{b\"]\ndatabases: { app: {} }\nfail-on: bad"))
                .extracting(problem -> problem.split(" ", 2)[0])
                .containsExactly(
                        "schemawatch.yaml:1:1:",
                        "schemawatch.yaml:2:9:",
                        "schemawatch.yaml:3:14:",
                        "schemawatch.yaml:4:10:");
    }

    @Test
    void constructs_nothing_that_a_tag_names() {
        assertThat(problems("schema: !!java.net.URL [\"http://localhost\"]")).hasSize(1);
    }

    @Test
    void survives_a_section_that_contains_itself() {
        assertThat(problems("drift: &a\n  interval: *a")).hasSize(1);
    }

    @Property
    void never_throws(@ForAll("yaml") String text) {
        ConfigResult result = read(text);
        if (result instanceof ConfigResult.Invalid(List<ConfigProblem> problems)) {
            assertThat(problems).isNotEmpty();
        }
    }

    @Provide
    static Arbitrary<String> yaml() {
        Stream<String> words = Stream.concat(
                ConfigKeys.ALL.stream().flatMap(key -> key.path().stream()),
                Stream.of(
                        ": ", "\n", "\n  ", "- ", "{", "}", "[", "]", ", ", "&a ", "*a", "!!x ", "'", "\"", "|", "#",
                        "1s", "?"));
        return Arbitraries.of(words.toList()).list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    private static Database from(String variable) {
        return new Database(new UrlFrom.Variables(List.of(variable)), Optional.empty());
    }

    private static AppConfig valid(String text) {
        return switch (read(text)) {
            case ConfigResult.Valid(AppConfig config, var _) -> config;
            case ConfigResult.Invalid(List<ConfigProblem> problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static List<String> problems(String text) {
        return switch (read(text)) {
            case ConfigResult.Valid valid -> throw new AssertionError("no problem in " + valid);
            case ConfigResult.Invalid(List<ConfigProblem> problems) ->
                problems.stream().map(ConfigProblem::toString).toList();
        };
    }

    private static ConfigResult read(String text) {
        return new ConfigReader(Map.of(), RULES).read("schemawatch.yaml", text);
    }
}
