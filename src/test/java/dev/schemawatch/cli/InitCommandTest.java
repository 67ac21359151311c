package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.Corpus;
import dev.schemawatch.support.TreeFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

@Tag("program")
class InitCommandTest {
    private static final String WORKFLOW = ".github/workflows/schemawatch.yml";
    private static final String SCHEMA = """
            datasource db {
              provider          = "postgresql"
              url               = env("DATABASE_URL")
              directUrl         = env("DIRECT_URL")
              shadowDatabaseUrl = env("SHADOW_URL")
            }

            model Tenant {
              id    String @id
              users User[]
              posts Post[]
            }

            model User {
              id       String @id
              tenantId String
              email    String
              nickname String?
              tenant   Tenant @relation(fields: [tenantId], references: [id])

              @@unique([tenantId, email])
            }

            model Post {
              id       String @id
              tenantId String
              title    String
              tenant   Tenant @relation(fields: [tenantId], references: [id])
            }
            """;

    @TempDir
    Path folder;

    private CommandHarness command;

    @BeforeEach
    void start() {
        command = new CommandHarness(folder)
                .file("server/prisma/schema.prisma", SCHEMA)
                .file(
                        "server/prisma/migrations/20240101000000_init/migration.sql",
                        "CREATE TABLE \"Tenant\" (id text PRIMARY KEY);")
                .file("server/package.json", "{}")
                .file("server/.env.example", """
                        NODE_ENV=
                        DATABASE_URL=
                        DIRECT_URL=
                        SHADOW_URL=
                        DATABASE_CONNECTION_LIMIT=
                        API_PORT=
                        JWT_SECRET=canary-of-somebody
                        TENANT_ENCRYPTION_KEY=
                        """)
                .file("package-lock.json", "{}");
    }

    @Test
    void writes_a_configuration_from_what_is_there() {
        command.run("init").endsWith(ExitStatus.CLEAN);
        Map<String, Object> written = yaml("schemawatch.yaml");
        assertThat(written)
                .containsEntry("schema", "server/prisma/schema.prisma")
                .containsEntry("migrations", "server/prisma/migrations")
                .containsEntry("databases", Map.of("main", Map.of("url-from", List.of("DIRECT_URL", "DATABASE_URL"))))
                .containsEntry(
                        "tenant", Map.of("field", "tenantId", "type", "String", "all-except", List.of("Tenant")));
        command.run("check").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void suggests_a_few_variables_of_a_long_example() throws IOException {
        StringBuilder example = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            example.append("V").append(i).append("=\n");
        }
        command.file("server/.env.example", example.toString()).run("init").endsWith(ExitStatus.CLEAN);
        assertThat(Files.readString(folder.resolve("schemawatch.yaml")))
                .contains("#  required: [DIRECT_URL, DATABASE_URL, V0, V1, V2, V3, V4, V5]\n");
    }

    @Test
    void every_setting_that_is_off_can_be_switched_on() throws IOException {
        String text = command.run("init", "--print").endsWith(ExitStatus.CLEAN).out();
        String on = text.lines()
                .map(line -> line.matches("#[a-z ].*:.*") && !line.startsWith("# ") || line.startsWith("#  ")
                        ? line.substring(1)
                        : line)
                .collect(Collectors.joining("\n"));
        assertThat(on).isNotEqualTo(text);
        Files.writeString(folder.resolve("schemawatch.yaml"), on);
        CommandHarness.Result result = command.run("check");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isIn(0, 2);
    }

    @Test
    void writes_over_nothing_and_says_what_is_there() throws IOException {
        command.file("schemawatch.yaml", "fail-on: info\n").file(WORKFLOW, "mine\n");
        assertThat(command.run("init").endsWith(ExitStatus.REFUSED).err())
                .startsWith("schemawatch.yaml exists already");
        CommandHarness.Result result =
                command.run("init", "--github", "--guide").endsWith(ExitStatus.REFUSED);
        assertThat(result.err()).startsWith(WORKFLOW + " exists already");
        assertThat(result.out()).isEqualTo("Wrote docs/safe-migrations.md.\n");
        assertThat(folder.resolve("schemawatch.yaml")).hasContent("fail-on: info");
        assertThat(folder.resolve(WORKFLOW)).hasContent("mine");
    }

    @Test
    void leaves_a_broken_link_as_it_is() throws IOException {
        Files.createSymbolicLink(folder.resolve("server/.env.test"), folder.resolve("outside"));
        command.run("init", "--env-test").endsWith(ExitStatus.REFUSED);
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--print", "--dry-run"})
    void prints_in_place_of_writing(String option) throws IOException {
        String out = command.run("init", "--github", "--env-test", option)
                .endsWith(ExitStatus.CLEAN)
                .out();
        assertThat(out).contains("==> " + WORKFLOW + " <==", "==> server/.env.test <==");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain(".github", ".env.test");
        }
    }

    @Test
    void a_workflow_has_the_three_jobs_and_applies_migrations_to_an_empty_database() {
        command.run("init", "--github").endsWith(ExitStatus.CLEAN);
        assertThat(jobs()).containsOnlyKeys("schema-validation", "migration-dry-run", "env-config-validation");
        assertThat(part("migration-dry-run", "services")).contains("image=postgres:16");
        assertThat(part("migration-dry-run", "steps"))
                .contains("commands=dry-run", "server-url=postgresql://", "schema=server/prisma/schema.prisma");
        assertThat(folder.resolve(WORKFLOW)).content().doesNotContain("secrets.");
    }

    @Test
    void a_workflow_is_at_the_top_of_the_checkout_wherever_init_was_started() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        command.run("-C", "server", "init", "--github").endsWith(ExitStatus.CLEAN);
        command.run("-C", "server", "init").endsWith(ExitStatus.CLEAN);
        assertThat(part("schema-validation", "steps")).contains("directory=server");
        assertThat(part("migration-dry-run", "steps")).contains("directory=server", "schema=prisma/schema.prisma");
        assertThat(yaml("server/schemawatch.yaml")).containsEntry("schema", "prisma/schema.prisma");
    }

    @Test
    void a_workflow_holds_the_environment_files_that_a_clone_has() {
        new TreeFixture(folder)
                .write("server/.env", "DATABASE_URL=mine")
                .write("server/.env.test", "DATABASE_URL=")
                .write(".gitignore", ".env")
                .git("init", "-q");
        command.run("init", "--github").endsWith(ExitStatus.CLEAN);
        assertThat(part("env-config-validation", "env")).contains("DIRECT_URL=", "DATABASE_URL=");
        assertThat(part("env-config-validation", "steps"))
                .contains("for=server/.env.example, fail-on=info", "for=server/.env.test}")
                .doesNotContain("for=server/.env}", "commands=check");
    }

    @Test
    void a_workflow_without_environment_files_checks_what_the_repository_says_of_them() throws IOException {
        Files.delete(folder.resolve("server/.env.example"));
        command.run("init", "--github").endsWith(ExitStatus.CLEAN);
        assertThat(part("env-config-validation", "steps"))
                .contains("commands=check")
                .doesNotContain("for=");
    }

    @Test
    void a_test_environment_names_everything_and_copies_no_value() {
        command.run("init", "--env-test").endsWith(ExitStatus.CLEAN);
        assertThat(folder.resolve("server/.env.test"))
                .content()
                .contains("NODE_ENV=test\n", "API_PORT=3001\n", "DATABASE_CONNECTION_LIMIT=10\n")
                .containsPattern("(?m)^DIRECT_URL=\"postgresql://.*_test\\?")
                .containsPattern("(?m)^SHADOW_URL=\"postgresql://.*_test_shadow\\?")
                .containsPattern("(?m)^TENANT_ENCRYPTION_KEY=[0-9a-f]{64}$")
                .containsPattern("(?m)^JWT_SECRET=for-tests-only-jwt-secret$")
                .doesNotContain("canary");
        command.run("check").endsWith(ExitStatus.CLEAN);
        assertThat(command.run("check").out()).doesNotContain(".env.test");
    }

    @Test
    void a_shell_reads_a_test_environment_as_it_is_written() throws IOException, InterruptedException {
        command.run("init", "--env-test").endsWith(ExitStatus.CLEAN);

        Process shell = new ProcessBuilder(
                        "sh", "-ec", "set -a; . ./server/.env.test; printf '%s %s' \"$DIRECT_URL\" \"$API_PORT\"")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .matches("postgresql://postgres:postgres@localhost:5432/\\w+_test"
                        + "\\?connection_limit=10&pool_timeout=20 3001");
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void a_test_environment_is_what_the_configuration_demands() {
        command.file("schemawatch.yaml", """
                env:
                  required: [PLAIN]
                  files:
                    server/.env.test:
                      required: [FOO_SECRET, MADE_UP]
                    server/.env.other:
                      required: [ELSEWHERE]
                  variables:
                    API_PORT: {min: 5000}
                    DATABASE_CONNECTION_LIMIT: {max: 5}
                    WORKERS: {min: 2, max: 4}
                    JWT_SECRET: {min-length: 40, charset: alphanumeric}
                    FOO_SECRET: {length: 24, charset: hex}
                """);

        command.run("init", "--env-test").endsWith(ExitStatus.CLEAN);

        assertThat(folder.resolve("server/.env.test"))
                .content()
                .contains("API_PORT=5000\n", "DATABASE_CONNECTION_LIMIT=5\n", "MADE_UP=for-tests-only-made-up\n")
                .contains("PLAIN=for-tests-only-plain\n", "FOO_SECRET=0123456789abcdef01234567\n")
                .containsPattern("(?m)^JWT_SECRET=[a-z]{40}$")
                .doesNotContain("ELSEWHERE");
        assertThat(command.run("check").out()).doesNotContainPattern("\\.env\\.test:\\S* (error|warning)");
        command.run("env", "--for", "server/.env.test").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void a_guide_speaks_of_this_repository() {
        command.run("init", "--guide").endsWith(ExitStatus.CLEAN);
        assertThat(folder.resolve("docs/safe-migrations.md"))
                .content()
                .contains(
                        "`server/prisma/schema.prisma`",
                        "cd server\n",
                        "\"User\" (\"tenantId\", \"email\")",
                        "has `tenantId`")
                .contains("git add prisma/schema.prisma prisma/migrations");
    }

    @Test
    void names_of_folders_stay_names() throws IOException {
        String hostile = "a ${{ github.token }} \"b\" '`#: c";
        CommandHarness elsewhere = new CommandHarness(Files.createDirectories(folder.resolve("elsewhere")))
                .file(hostile + "/prisma/schema.prisma", SCHEMA)
                .file(hostile + "/package.json", "{}");
        elsewhere.run("init").endsWith(ExitStatus.CLEAN);
        assertThat(yaml("elsewhere/schemawatch.yaml")).containsEntry("schema", hostile + "/prisma/schema.prisma");
        assertThat(elsewhere.run("check").code()).isIn(0, 2);
        elsewhere.run("init", "--github", "--guide").endsWith(ExitStatus.CLEAN);
        Map<String, Object> workflow = yaml("elsewhere/" + WORKFLOW);
        assertThat(workflow.toString())
                .contains("a ${{ '${{' }} github.token }} \"b\"")
                .doesNotContain("${{ github.token");
    }

    @Test
    void of_several_schemas_the_configuration_names_all_and_the_rest_asks_for_one() {
        command.file("other/prisma/schema.prisma", SCHEMA).run("init").endsWith(ExitStatus.CLEAN);
        assertThat(folder.resolve("schemawatch.yaml"))
                .content()
                .contains("#schema: other/prisma/schema.prisma", "#schema: server/prisma/schema.prisma");
        assertThat(command.run("init", "--github").endsWith(ExitStatus.USAGE).err())
                .contains("--schema");
        command.run("init", "--github", "--schema", "other/prisma/schema.prisma")
                .endsWith(ExitStatus.CLEAN);
    }

    @Test
    void makes_nothing_about_postgresql_for_a_schema_of_another_provider() {
        command.file("server/prisma/schema.prisma", SCHEMA.replace("\"postgresql\"", "\"mysql\""));
        for (String option : List.of("--github", "--env-test", "--guide")) {
            assertThat(command.run("init", option).endsWith(ExitStatus.USAGE).err())
                    .contains("mysql");
        }
        command.run("init").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void says_where_a_schema_was_looked_for_when_there_is_none() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(new CommandHarness(empty)
                        .run("init")
                        .endsWith(ExitStatus.CONFIGURATION)
                        .err())
                .startsWith("No Prisma schema found");
    }

    @ParameterizedTest
    @MethodSource("dev.schemawatch.support.Corpus#repositories")
    void the_configuration_of_a_real_repository_can_be_used(String repository) throws IOException {
        Path real = Corpus.path("real/" + repository);
        String text = command.run("-C", real.toString(), "init", "--print")
                .endsWith(ExitStatus.CLEAN)
                .out();
        Path config = Files.writeString(folder.resolve("real.yaml"), text);
        CommandHarness.Result result =
                command.run("-C", real.toString(), "--config", config.toString(), "check", "--exit-zero", "--no-color");
        assertThat(result.err()).doesNotContain("real.yaml:");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> jobs() {
        return (Map<String, Map<String, Object>>)
                Objects.requireNonNull(yaml(WORKFLOW).get("jobs"));
    }

    private String part(String job, String key) {
        return String.valueOf(Objects.requireNonNull(jobs().get(job)).get(key));
    }

    private Map<String, Object> yaml(String file) {
        try {
            return Objects.requireNonNull(new Yaml().load(Files.readString(folder.resolve(file))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
