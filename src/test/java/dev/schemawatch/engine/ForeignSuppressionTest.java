package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comments of other linters silence. */
final class ForeignSuppressionTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            model User {
              id String @id
            }
            """;

    private final Engine engine = new Engine(
            Checks.all(CheckSettings.NONE).stream()
                    .filter(check -> check.rule().id().equals("dropped-column")
                            || check.rule().id().equals("renamed-column"))
                    .toList(),
            Checks.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- squawk-ignore ban-drop-column",
                "-- squawk-ignore ban-drop-column, renaming-column",
                "/* squawk-ignore renaming-column, ban-drop-column */",
                "-- atlas:nolint",
                "-- atlas:nolint DS103",
                "-- atlas:nolint destructive BC102",
                "-- pgls-ignore lint/safety/banDropColumn: nobody reads it",
                "-- pgls-ignore lint",
                "-- schemawatch-ignore dropped-column: nobody reads it",
            })
    void a_comment_above_a_statement_silences_what_it_names(String comment) {
        assertThat(rules("SELECT 1;\n\n" + comment + "\nALTER TABLE \"User\" DROP COLUMN email;\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-- squawk-ignore ban-drop-column", "-- schemawatch-ignore dropped-column: nobody reads it"})
    void a_comment_in_the_code_of_do_silences_the_statement_below_it_alone(String comment) {
        String block = "DO $$\nBEGIN\n%s\n  ALTER TABLE \"User\" DROP COLUMN email;\n%s\nEND $$;\n";
        assertThat(rules(block.formatted(comment, ""))).isEmpty();
        assertThat(rules(block.formatted(comment, "ALTER TABLE \"User\" DROP COLUMN name;")))
                .containsExactly("dropped-column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- squawk-ignore renaming-column",
                "-- squawk-ignored ban-drop-column",
                "-- atlas:nolint BC102 MF",
                "-- atlas:nolint concurrent_index",
                "-- eugene: ignore E5",
                "-- pgls-ignore lint/safety/renamingColumn: no",
                "-- see squawk-ignore ban-drop-column",
            })
    void a_comment_silences_nothing_else(String comment) {
        assertThat(rules(comment + "\nALTER TABLE \"User\" DROP COLUMN email;\n"))
                .containsExactly("dropped-column");
    }

    @Test
    void a_comment_is_about_one_statement() {
        assertThat(
                        rules(
                                "-- squawk-ignore ban-drop-column\nALTER TABLE \"User\" DROP COLUMN a;\nALTER TABLE \"User\" DROP COLUMN b;\n"))
                .containsExactly("dropped-column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- squawk-ignore-file ban-drop-column, renaming-column\n",
                "-- squawk-ignore-file\n",
                "-- atlas:nolint\n\n",
                "-- atlas:nolint destructive incompatible\n\n",
                "-- pgls-ignore-all lint\n"
            })
    void a_comment_at_the_top_is_about_the_file(String comment) {
        assertThat(rules(comment + "ALTER TABLE \"User\" DROP COLUMN a;\nALTER TABLE \"User\" RENAME COLUMN b TO c;\n"))
                .isEmpty();
    }

    @Test
    void a_comment_that_silences_nothing_is_the_other_tools_business() {
        assertThat(rules("-- squawk-ignore ban-drop-column, no-such-rule\nSELECT 1;\n"))
                .isEmpty();
    }

    private List<String> rules(String script) {
        Repository repository = Repository.of(Map.of(
                "prisma/schema.prisma", SCHEMA, "prisma/migrations/20240101000000_change/migration.sql", script));
        return engine.evaluate(Inputs.of(repository.workspace()), Memo.empty()).outcome().findings().stream()
                .map(Finding::rule)
                .toList();
    }
}
