package dev.schemawatch.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrismaConfigFileTest {

    @Test
    void takes_the_file_that_prisma_takes_where_there_are_several() {
        assertThat(Stream.of(
                                ".config/prisma.ts",
                                "prisma.config.cjs",
                                "prisma.config.ts",
                                "prisma.config.js",
                                "prisma7.config.ts",
                                ".config/prisma7.ts")
                        .sorted(PrismaConfigFile.PRECEDENCE))
                .containsExactly(
                        "prisma7.config.ts",
                        "prisma.config.js",
                        "prisma.config.ts",
                        "prisma.config.cjs",
                        ".config/prisma7.ts",
                        ".config/prisma.ts");
    }

    @Test
    void speaks_for_the_folder_of_its_package() {
        assertThat(Stream.of("prisma.config.ts", ".config/prisma.ts", "a/b/prisma.config.ts", "a/b/.config/prisma.ts")
                        .map(PrismaConfigFile::folder))
                .containsExactly("", "", "a/b", "a/b");
    }

    @Test
    void reads_literals_and_environment_variables() {
        PrismaConfigFile config = read("""
                import "dotenv/config";
                import { defineConfig, env } from "prisma/config";

                type Env = { DATABASE_URL: string };

                export default defineConfig({
                  schema: './prisma/schema.prisma', // where
                  migrations: { path: `prisma/migrations`, seed: "tsx seed.ts", },
                  datasource: {
                    url: env<Env>("DATABASE_URL"),
                    shadowDatabaseUrl: process.env.SHADOW_URL!,
                    directUrl: process.env["DIRECT_URL"] as string,
                  },
                });
                """);

        assertThat(config.schema()).hasValue("./prisma/schema.prisma");
        assertThat(config.migrations()).hasValue("prisma/migrations");
        assertThat(told(config.url())).containsExactly("DATABASE_URL 10:19");
        assertThat(told(config.shadowDatabaseUrl())).containsExactly("SHADOW_URL 11:36");
        assertThat(told(config.directUrl())).containsExactly("DIRECT_URL 12:28");
        assertThat(config.notUnderstood()).isEmpty();
    }

    @Test
    void reads_alternatives_in_their_order() {
        PrismaConfigFile config = read(
                "export default { datasource: { url: process.env.A ?? env('B') || \"postgresql://localhost/dev\" } }");

        assertThat(told(config.url())).containsExactly("A 1:49", "B 1:58", "postgresql://localhost/dev 1:66");
    }

    @Test
    void joins_paths_relative_to_the_file() {
        PrismaConfigFile config = read(
                "module.exports = defineConfig({"
                        + " schema: path.join(__dirname, 'prisma', 'models'), migrations: { path: join('db', 'migrations') } })");

        assertThat(config.schema()).hasValue("prisma/models");
        assertThat(config.migrations()).hasValue("db/migrations");
    }

    @Test
    void follows_constants() {
        PrismaConfigFile config = read("""
                const schema = "prisma/schema.prisma";
                const url: string = process.env.DATABASE_URL ?? fallback;
                const fallback = "postgresql://localhost/dev";
                const config = { schema, datasource: { url } } satisfies PrismaConfig;
                export default config;
                """);

        assertThat(config.schema()).hasValue("prisma/schema.prisma");
        assertThat(told(config.url())).containsExactly("DATABASE_URL 2:33", "postgresql://localhost/dev 3:18");
    }

    @Test
    void reads_the_variables_of_a_template() {
        PrismaConfigFile config = read("""
                const port = process.env.DB_PORT ?? 5432;
                const folder = "prisma";
                export default defineConfig({
                  schema: `${folder}/schema.prisma`,
                  datasource: {
                    url: `postgresql://${process.env.DB_USER!}:${process.env["DB_PASSWORD"]}@localhost:${port}/shop`,
                    directUrl: `${env("DIRECT_URL")}`,
                    shadowDatabaseUrl: process.env.SHADOW_URL ?? `${process.env.DATABASE_URL}_shadow`,
                  },
                });
                """);

        assertThat(config.notUnderstood()).isEmpty();
        assertThat(config.schema()).hasValue("prisma/schema.prisma");
        assertThat(told(config.url())).containsExactly("[DB_USER, DB_PASSWORD] 6:10");
        assertThat(((UrlSource.Template) config.url().getFirst())
                        .text(name -> Optional.of(name.toLowerCase(Locale.ROOT))))
                .hasValue("postgresql://db_user:db_password@localhost:db_port/shop");
        assertThat(told(config.directUrl())).containsExactly("DIRECT_URL 7:23");
        assertThat(told(config.shadowDatabaseUrl())).containsExactly("SHADOW_URL 8:36", "[DATABASE_URL] 8:50");
    }

    @Test
    void goes_on_behind_what_it_does_not_understand() {
        PrismaConfigFile config = read(
                "export default { datasource: {"
                        + " shadowDatabaseUrl: env(`X${1}`), directUrl: env(name), url: env('A') }, schema: process.env.SCHEMA }");

        assertThat(told(config.url())).containsExactly("A 1:96");
        assertThat(config.notUnderstood())
                .extracting(PrismaConfigFile.NotUnderstood::property)
                .containsExactly("datasource.shadowDatabaseUrl", "datasource.directUrl", "schema");
    }

    @Test
    void ends_on_templates_in_templates() {
        assertThat(read("export default { schema: " + "`${".repeat(50_000)).schema())
                .isEmpty();
    }

    @Test
    void names_what_only_running_the_file_would_tell() {
        PrismaConfigFile config = read("""
                export default defineConfig({
                  ...shared,
                  schema: findSchema({ deep: [1, 2] }),
                  datasource: {
                    url: `postgresql://${host()}/db`,
                    shadowDatabaseUrl: process.env.CI ? "a" : "b",
                  },
                  migrations: load(),
                });
                """);

        assertThat(config.notUnderstood())
                .extracting(part -> part.property() + " " + part.location().display())
                .containsExactly(
                        "... prisma.config.ts:2:3",
                        "schema prisma.config.ts:3:11",
                        "datasource.url prisma.config.ts:5:10",
                        "datasource.shadowDatabaseUrl prisma.config.ts:6:24",
                        "migrations prisma.config.ts:8:15");
    }

    @Test
    void says_when_nothing_is_exported() {
        assertThat(read("console.log('hello')").notUnderstood())
                .extracting(PrismaConfigFile.NotUnderstood::property)
                .containsExactly("");
    }

    @Test
    void ends_on_circles_and_on_endless_sums() {
        String circle = "const a = b; const b = a; export default { schema: a }";
        StringBuilder sums = new StringBuilder();
        for (int index = 0; index < 60; index++) {
            sums.append("const x%d = x%d ?? x%d;\n".formatted(index, index + 1, index + 1));
        }
        long start = System.nanoTime();

        assertThat(read(circle).schema()).isEmpty();
        assertThat(read(sums + "export default { schema: x0 }").schema()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static List<String> told(List<UrlSource> sources) {
        return sources.stream()
                .map(source -> switch (source) {
                            case UrlSource.Env(String variable, var _) -> variable;
                            case UrlSource.Literal(String url, var _) -> url;
                            case UrlSource.Template template -> template.required();
                            case UrlSource.Misnamed _ -> "misnamed";
                        }
                        + " " + source.location().line() + ":"
                        + source.location().column())
                .toList();
    }

    private static PrismaConfigFile read(String text) {
        return PrismaConfigFile.read("prisma.config.ts", text);
    }
}
