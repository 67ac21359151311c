package dev.schemawatch.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.env.Secret;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTargetsTest {
    private static final String SCHEMA = "server/prisma/schema.prisma";

    @TempDir
    Path folder;

    @Test
    void takes_the_flag_before_everything_else() {
        assertThat(only(Map.of("SCHEMAWATCH_DATABASE_URL", url("variable")), Map.of(), Optional.of(url("flag"))))
                .isEqualTo("flag from --database-url");
    }

    @Test
    void takes_our_own_variable_before_the_usual_ones() {
        assertThat(only(Map.of("SCHEMAWATCH_DATABASE_URL", url("own"), "DATABASE_URL", url("usual"))))
                .isEqualTo("own from SCHEMAWATCH_DATABASE_URL in the process environment");
    }

    @Test
    void prefers_a_direct_connection() {
        assertThat(only(Map.of("DIRECT_URL", url("direct"), "DATABASE_URL", url("pooled"))))
                .isEqualTo("direct from DIRECT_URL in the process environment");
    }

    @Test
    void lets_the_process_beat_the_files_and_env_local_beat_env() {
        Map<String, String> files = Map.of(
                ".env", "DATABASE_URL=" + url("env"),
                ".env.local", "DATABASE_URL=" + url("local"),
                "server/.env", "DIRECT_URL=" + url("server"));
        assertThat(only(Map.of("DATABASE_URL", url("process")), files))
                .isEqualTo("process from DATABASE_URL in the process environment");
        assertThat(only(Map.of(), files)).isEqualTo("local from DATABASE_URL in .env.local:1:1");
        assertThat(only(Map.of(), Map.of("server/.env", "A=1\nDATABASE_URL=" + url("server"))))
                .isEqualTo("server from DATABASE_URL in server/.env:2:1");
    }

    @Test
    void expands_references_in_env_files() {
        assertThat(only(
                        Map.of("NAME", "expanded"),
                        Map.of(".env", "DATABASE_URL=\"postgresql://u:${PASSWORD}@h/${NAME}\"\nPASSWORD=p")))
                .isEqualTo("expanded from DATABASE_URL in .env:1:1");
    }

    @Test
    void takes_the_variable_that_the_schema_names_and_no_other() {
        Map<String, String> files =
                Map.of(SCHEMA, "datasource db {\n  provider = \"postgresql\"\n  url = env(\"OTHER_URL\")\n}\n");
        assertThat(only(Map.of("OTHER_URL", url("other"), "DATABASE_URL", url("usual")), files))
                .isEqualTo("other from OTHER_URL in the process environment");
        assertThat(only(Map.of("DATABASE_URL", url("usual")), files)).startsWith("not found: ");
    }

    @Test
    void takes_a_literal_url_of_the_schema_last() {
        Map<String, String> files =
                Map.of(SCHEMA, "datasource db {\n  provider = \"postgresql\"\n  url = \"" + url("literal") + "\"\n}\n");
        assertThat(only(Map.of(), files)).isEqualTo("literal from " + SCHEMA + ":3:9");
        assertThat(only(Map.of("DATABASE_URL", url("usual")), files)).startsWith("usual from ");
    }

    @Test
    void lets_the_config_file_of_prisma_7_name_the_variable() {
        Map<String, String> files = Map.of(
                SCHEMA,
                "datasource db {\n  provider = \"postgresql\"\n}\n",
                "server/prisma.config.ts",
                "export default defineConfig({ datasource: { url: process.env.APP_URL ?? env('OTHER_URL') } })");
        assertThat(only(Map.of("OTHER_URL", url("other"), "DATABASE_URL", url("usual")), files))
                .isEqualTo("other from OTHER_URL in the process environment");
    }

    @Test
    void puts_a_url_together_as_the_config_file_does() {
        Map<String, String> files = Map.of(
                "prisma.config.ts",
                "export default { datasource: { url: `postgresql://u:p@127.0.0.1:1/${process.env.DB_NAME}` } }");
        assertThat(only(Map.of("DB_NAME", "made", "DATABASE_URL", url("usual")), files))
                .isEqualTo("made from prisma.config.ts:1:37");
        assertThat(only(Map.of("DATABASE_URL", url("usual")), files)).contains("Looked for DB_NAME in");
    }

    @Test
    void names_the_place_that_only_running_the_config_file_would_tell() {
        Map<String, String> files =
                Map.of("prisma.config.ts", "export default defineConfig({ datasource: { url: secret() } })");
        assertThat(only(Map.of(), files))
                .contains("What prisma.config.ts:1:50 says would only be known by running it.");
    }

    @Test
    void takes_the_first_variable_that_the_configuration_names() throws IOException {
        Files.writeString(folder.resolve("schemawatch.yaml"), "databases: { dev: { url-from: [FIRST, SECOND] } }");
        assertThat(only(Map.of("SECOND", url("second")), Map.of(".env", "FIRST=" + url("first"))))
                .isEqualTo("first from FIRST in .env:1:1");
    }

    @Test
    void says_where_it_looked() {
        assertThat(only(
                        Map.of("DATABASE_URL", ""),
                        Map.of(".env", "A=1", "server/.env.local", "B=2", "web/.env", "C=3")))
                .isEqualTo("not found: There is no URL for database main. Looked for DIRECT_URL, DIRECT_DATABASE_URL,"
                        + " DATABASE_URL in the process environment, server/.env.local, .env. Set one of them, name another"
                        + " variable in schemawatch.yaml (databases.main.url-from), or give --database-url.");
    }

    @Test
    void says_which_url_cannot_be_used_without_showing_it() {
        assertThat(only(Map.of("DATABASE_URL", "mysql://root:canary@h/app")))
                .startsWith("unusable: The URL of DATABASE_URL in the process environment cannot be used.")
                .doesNotContain("canary");
    }

    private String only(Map<String, String> process) {
        return only(process, Map.of());
    }

    private String only(Map<String, String> process, Map<String, String> files) {
        return only(process, files, Optional.empty());
    }

    private String only(Map<String, String> process, Map<String, String> files, Optional<String> flag) {
        Setup setup = Setup.load(folder, Overrides.NONE, Map.of());
        List<DatabaseTarget> targets =
                new DatabaseTargets(setup, workspace(files), process).find(flag.map(Secret::new));
        assertThat(targets).hasSize(1);
        return switch (targets.getFirst().url()) {
            case Url.Usable usable -> usable.url().database() + " from " + usable.from();
            case Url.Unusable unusable -> "unusable: " + unusable.message();
            case Url.NotFound notFound -> "not found: " + notFound.message();
        };
    }

    private static String url(String database) {
        return "postgresql://user:canary@localhost:5432/" + database;
    }

    private static Workspace workspace(Map<String, String> texts) {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(
                path,
                new SourceFile(
                        path,
                        new SourceFile.Content.Text(text, Fingerprint.of(text.getBytes(StandardCharsets.UTF_8))))));
        Project project = new Project(SCHEMA, List.of(SCHEMA), "server/prisma/migrations", 6);
        return new Workspace(List.of(project), Optional.empty(), files, new TreeSet<>(), Optional.empty());
    }
}
