package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.CommandHarness.Result;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.TreeFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What {@code seed.md} promises for each line of the two tables with which the project began, on the bundled example. */
@Tag("program")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SeedTest {
    private static final Path EXAMPLE = Path.of("src/main/resources/dev/schemawatch/demo/repository");
    private static final Path PAGE = Path.of("src/site/markdown/seed.md");
    private static final String SCHEMA = "server/prisma/schema.prisma";
    private static final String MIGRATIONS = "server/prisma/migrations/";

    @TempDir
    Path folder;

    private CommandHarness command;
    private TreeFixture tree;

    @BeforeEach
    void start() throws IOException {
        copy(EXAMPLE, folder);
        Files.move(folder.resolve("gitignore"), folder.resolve(".gitignore"));
        command = new CommandHarness(folder);
        tree = new TreeFixture(folder).git("init", "-q").git("add", ".").git("commit", "-qm", "as it was");
    }

    @Test
    void the_hook_stops_a_commit_that_lost_a_model_or_its_tenant() {
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        tree.write(SCHEMA, schema().replace("model Venue ", "model Place ").replaceAll("Venue\\b(?!\")", "Place"))
                .git("add", SCHEMA);
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains("missing-required-model", "Venue");

        tree.write(SCHEMA, schema() + "model Refund {\n  id String @id\n}\n")
                .write("schemawatch.yaml", settings().replace("Payment]", "Payment, Refund]"))
                .git("add", ".");
        assertThat(command.run("hook", "run").out()).contains("missing-tenant-field", "Refund");
    }

    @Test
    void the_check_refuses_broken_syntax() {
        tree.write(SCHEMA, schema().replace("model Tenant {", "model {"));
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out()).contains(SCHEMA + ":");
    }

    @Test
    void the_workflow_has_the_three_jobs() {
        Result result = command.run("init", "--github", "--print").endsWith(ExitStatus.CLEAN);
        assertThat(result.out())
                .contains("schema-validation:", "migration-dry-run:", "postgres:16", "env-config-validation:");
    }

    @Test
    void the_job_for_the_environment_ends_well_in_a_fresh_clone() {
        run("env-config-validation", ExitStatus.CLEAN);
    }

    @Test
    void the_job_for_the_environment_misses_a_variable_in_the_example() throws IOException {
        String example = Files.readString(folder.resolve(".env.example"));
        for (String variable : List.of("DATABASE_URL", "JWT_SECRET")) {
            tree.write(".env.example", example.replaceAll("(?m)^" + variable + "=.*\n", ""));
            assertThat(run("env-config-validation", ExitStatus.FINDINGS)).contains(variable);
        }
    }

    @Test
    void the_job_for_the_environment_reads_what_a_committed_file_sets() throws IOException {
        String test = Files.readString(folder.resolve(".env.test"));
        tree.write(".env.test", test.replace("connection_limit=10", "connection_limit=undefined"));
        assertThat(run("env-config-validation", ExitStatus.FINDINGS)).contains("placeholder-in-env-value");
    }

    @Test
    void the_job_for_migrations_applies_both_kinds() {
        assertThat(run("migration-dry-run", ExitStatus.CLEAN)).contains("10 migrations applied", "no drift");
    }

    @Test
    void the_job_for_migrations_catches_one_that_fails() {
        tree.write(MIGRATIONS + "03_discounts.sql", "ALTER TABLE \"Discount\" ADD COLUMN rate integer;\n");
        assertThat(run("migration-dry-run", ExitStatus.FINDINGS))
                .contains(MIGRATIONS + "03_discounts.sql:1:1", "migration-does-not-apply");
    }

    @Test
    void the_guide_is_about_this_repository() {
        assertThat(command.run("init", "--guide", "--print")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .contains("server/prisma/migrations");
    }

    @Test
    void an_empty_migration_folder() {
        tree.folder(MIGRATIONS + "20240502090000_add_discounts");
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains(MIGRATIONS + "20240502090000_add_discounts", "empty-migration-folder");
    }

    @Test
    void an_empty_migration_file() {
        tree.write(MIGRATIONS + "20240502090000_add_discounts/migration.sql", "")
                .git("add", ".");
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains(MIGRATIONS + "20240502090000_add_discounts/migration.sql", "empty-migration-file");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains("empty-migration-file");
    }

    @Test
    void a_column_that_the_schema_expects_and_the_database_lacks() throws IOException {
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            for (String script : scripts()) {
                database.execute(script);
            }
            command.variable("DATABASE_URL", database.url());
            command.run("drift").endsWith(ExitStatus.CLEAN);

            database.execute("ALTER TABLE \"Tenant\" DROP COLUMN \"landingPageConfig\"");
            assertThat(command.run("drift").endsWith(ExitStatus.FINDINGS).out())
                    .contains("public.Tenant.landingPageConfig", SCHEMA + ":");
        }
    }

    @Test
    void a_schema_that_changed_without_a_migration() {
        tree.write(SCHEMA, schema().replace("model Venue {", "model Venue {\n  openAt DateTime?"))
                .git("add", SCHEMA);
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains("schema-changed-without-migration", "Venue.openAt");
    }

    @Test
    void a_literal_undefined_in_a_connection_string() throws IOException {
        String test = Files.readString(folder.resolve(".env.test"));
        tree.write(".env.test", test.replace("connection_limit=10", "connection_limit=undefined"));
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.FINDINGS)
                        .err())
                .contains("DATABASE_URL");
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out()).contains("placeholder-in-env-value");
    }

    @Test
    void a_test_environment_that_lacks_something() {
        tree.write("schemawatch.yaml", settings() + """

                env:
                  files:
                    .env.test:
                      required: [DATABASE_CONNECTION_LIMIT, JWT_SECRET, TENANT_SECRETS_ENCRYPTION_KEY]
                  variables:
                    DATABASE_CONNECTION_LIMIT:
                      min: 1
                    TENANT_SECRETS_ENCRYPTION_KEY:
                      length: 64
                      charset: hex
                """);
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.FINDINGS)
                        .err())
                .contains("TENANT_SECRETS_ENCRYPTION_KEY")
                .doesNotContain("JWT_SECRET");
    }

    @Test
    void the_page_names_each_of_these_tests() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Arrays.stream(SeedTest.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName)
                        .filter(name -> !name.startsWith("the_page")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    /** Does what the steps of that job do until one ends with another status than 0, and answers with what was printed. */
    @SuppressWarnings("unchecked")
    private String run(String job, ExitStatus status) {
        String workflow = command.run("init", "--github", "--print").out();
        Map<String, Map<String, Object>> jobs = (Map<String, Map<String, Object>>) Objects.requireNonNull(
                new Yaml().<Map<String, Object>>load(workflow).get("jobs"));
        Map<String, Object> steps = Objects.requireNonNull(jobs.get(job));
        ((Map<String, String>) steps.getOrDefault("env", Map.of())).forEach(command::variable);
        StringBuilder printed = new StringBuilder();
        Result last = null;
        try (PostgresFixture.Database server = PostgresFixture.database()) {
            for (Map<String, Map<String, String>> step :
                    (List<Map<String, Map<String, String>>>) Objects.requireNonNull(steps.get("steps"))) {
                if (step.containsKey("with") && (last == null || last.code() == 0)) {
                    List<String> arguments =
                            new ArrayList<>(List.of(step.get("with").get("commands")));
                    for (String input : List.of("for", "fail-on", "schema", "server-url")) {
                        Optional.ofNullable(step.get("with").get(input))
                                .ifPresent(value -> arguments.addAll(
                                        List.of("--" + input, input.equals("server-url") ? server.url() : value)));
                    }
                    last = command.run(arguments.toArray(String[]::new));
                    printed.append(last.out());
                }
            }
        }
        Objects.requireNonNull(last).endsWith(status);
        return printed.toString();
    }

    private static String schema() {
        return text(SCHEMA);
    }

    private static String settings() {
        return text("schemawatch.yaml");
    }

    private static String text(String path) {
        try {
            return Files.readString(EXAMPLE.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(MIGRATIONS))) {
            List<String> scripts = new ArrayList<>();
            for (Path script : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparing((Path file) -> !file.endsWith("migration.sql"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList()) {
                scripts.add(Files.readString(script));
            }
            return scripts;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
