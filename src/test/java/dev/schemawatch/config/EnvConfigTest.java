package dev.schemawatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.RuleCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvConfigTest {

    @Test
    void has_these_defaults() {
        EnvConfig env = valid("");
        assertThat(env.required()).isEmpty();
        assertThat(env.requiredByFile()).isEmpty();
        assertThat(env.variables()).isEmpty();
        assertThat(env.productionHost().matcher("db-prod.example.com").find()).isTrue();
        assertThat(env.productionHost().matcher("products.example.com").find()).isFalse();
    }

    @Test
    void reads_every_key() {
        EnvConfig env = valid("""
                env:
                  required: [JWT_SECRET]
                  files:
                    server/.env.test: { required: [DATABASE_URL, JWT_SECRET] }
                    .env.example:
                      required: DATABASE_URL
                  example: env.dist
                  optional: [EDITOR]
                  documented-in: [README.md, docs/env.md]
                  production-host: ^pg
                  variables:
                    DATABASE_CONNECTION_LIMIT: { min: 1, max: 100, documented-in: ENV.md }
                    ENCRYPTION_KEY: { length: 64, charset: hex }
                    JWT_SECRET: { min-length: 32, charset: base64url }
                """);
        assertThat(env.required()).containsExactly("JWT_SECRET");
        assertThat(env.requiredByFile())
                .isEqualTo(Map.of(
                        "server/.env.test",
                        List.of("DATABASE_URL", "JWT_SECRET"),
                        ".env.example",
                        List.of("DATABASE_URL")));
        assertThat(env.examples()).containsExactly("env.dist");
        assertThat(env.optional()).containsExactly("EDITOR");
        assertThat(env.documentedIn()).containsExactly("README.md", "docs/env.md");
        assertThat(env.productionHost().pattern()).isEqualTo("^pg");
        assertThat(env.variables())
                .isEqualTo(Map.of(
                        "DATABASE_CONNECTION_LIMIT",
                        new EnvConfig.Variable(
                                Optional.of(1),
                                Optional.of(100),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of("ENV.md")),
                        "ENCRYPTION_KEY",
                        secret(Optional.of(64), Optional.empty(), EnvConfig.Charset.HEX),
                        "JWT_SECRET",
                        secret(Optional.empty(), Optional.of(32), EnvConfig.Charset.BASE64URL)));
    }

    private static EnvConfig.Variable secret(
            Optional<Integer> length, Optional<Integer> minLength, EnvConfig.Charset charset) {
        return new EnvConfig.Variable(
                Optional.empty(), Optional.empty(), length, minLength, Optional.of(charset), List.of());
    }

    @Test
    void says_what_contradicts_itself() {
        assertThat(problems("""
                env:
                  production-host: "("
                  files:
                    ../.env: { required: [A] }
                    /etc/env: { required: [A] }
                  variables:
                    A: { min: 5, max: 1 }
                    B: { length: 5, min-length: 1 }
                    C: { min: 1, charset: hex }
                    D: { charset: runes }
                """))
                .containsExactly(
                        "c:2:20: env.production-host must be a regular expression.",
                        "c:4:5: A file is named by its path relative to this file, with / between names and no .. in it.",
                        "c:5:5: A file is named by its path relative to this file, with / between names and no .. in it.",
                        "c:7:5: env.variables.A.min must not be greater than max.",
                        "c:8:5: env.variables.B has both length and min-length. Keep one.",
                        "c:9:5: env.variables.C has both a range of numbers and the shape of a secret. Keep one.",
                        "c:10:19: env.variables.D.charset must be one of hex, alphanumeric, base64, base64url.");
    }

    private static EnvConfig valid(String text) {
        return switch (new ConfigReader(Map.of(), new RuleCatalog(List.of())).read("c", text)) {
            case ConfigResult.Valid valid -> valid.config().env();
            case ConfigResult.Invalid(List<ConfigProblem> problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> problems(String text) {
        return switch (new ConfigReader(Map.of(), new RuleCatalog(List.of())).read("c", text)) {
            case ConfigResult.Valid valid ->
                throw new AssertionError("accepted: " + valid.config().env());
            case ConfigResult.Invalid(List<ConfigProblem> problems) ->
                problems.stream().map(ConfigProblem::toString).toList();
        };
    }
}
