package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.TenantRule;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.checks.prisma.UnknownTenantModel;
import dev.schemawatch.convention.SchemaConventions;
import dev.schemawatch.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a comment silences, in each of the languages, and what it does not. */
final class SuppressionTest {
    private static final String MIGRATION = "prisma/migrations/20240101000000_init/migration.sql";
    private static final String HEADER = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            """;

    private final Engine engine = new Engine(
            List.<Check<?>>copyOf(Checks.all(new CheckSettings(
                            List.of(),
                            Optional.of(new TenantRule(
                                    "tenantId", "String", new TenantRule.Models.AllExcept(Set.of("Tenant")))),
                            SchemaConventions.STANDARD,
                            EnvSettings.none(),
                            CheckSettings.POSTGRES_VERSION))
                    .stream()
                    .filter(check -> check.reads() != Fact.EVOLUTION)
                    .filter(check -> !(check instanceof UnknownTenantModel)) // few of these schemas have a Tenant
                    .toList()),
            Checks.standard());

    @Test
    void a_comment_above_a_model_is_about_the_model_as_a_whole() {
        assertThat(schema("""
                /// schemawatch-ignore unique-without-tenant: doors have one sign each
                model Room {
                  id       String @id
                  tenantId String
                  name     String @unique
                  @@unique([id, name])
                }
                """)).isEmpty();
    }

    @Test
    void a_comment_ends_with_its_model() {
        assertThat(schema("""
                // schemawatch-ignore unique-without-tenant: doors have one sign each
                model Room {
                  id       String @id
                  tenantId String
                  name     String @unique
                }

                model Venue {
                  id       String @id
                  tenantId String
                  name     String @unique
                }
                """)).containsExactly("unique-without-tenant 16:19");
    }

    @Test
    void a_comment_above_a_field_is_about_that_field() {
        assertThat(schema("""
                model Room {
                  id       String @id
                  tenantId String
                  // schemawatch-ignore unique-without-tenant: doors have one sign each
                  name     String @unique
                  code     String @unique
                }
                """)).containsExactly("unique-without-tenant 11:19");
    }

    @Test
    void a_comment_behind_a_field_is_about_that_field() {
        assertThat(schema("""
                model Room {
                  id       String @id
                  tenantId String
                  name     String @unique // schemawatch-ignore unique-without-tenant: doors have one sign each
                  code     String @unique
                }
                """)).containsExactly("unique-without-tenant 10:19");
    }

    @Test
    void a_comment_above_an_attribute_of_a_model_is_about_it() {
        assertThat(schema("""
                model Room {
                  id       String @id
                  tenantId String
                  name     String @unique
                  house    String

                  /* schemawatch-ignore unique-without-tenant:
                     doors have one sign each */
                  @@unique([house, name])
                }
                """)).containsExactly("unique-without-tenant 9:19");
    }

    @Test
    void a_comment_behind_the_opening_brace_is_about_the_model() {
        assertThat(schema("""
                model Room { // schemawatch-ignore missing-tenant-field: all tenants share the rooms
                  id String @id
                }
                """)).isEmpty();
    }

    @Test
    void a_comment_may_name_several_rules() {
        assertThat(schema("""
                /// schemawatch-ignore missing-tenant-field, unique-without-tenant: all tenants share the rooms
                model Room {
                  id       String  @id
                  tenantId String?
                  name     String  @unique
                }
                """)).isEmpty();
    }

    @Test
    void comments_may_stand_one_above_the_other_and_among_documentation() {
        assertThat(schema("""
                /// What guests sleep in.
                /// schemawatch-ignore missing-tenant-field: all tenants share the rooms

                // schemawatch-ignore unique-without-tenant: doors have one sign each
                /// Not to be confused with halls.
                model Room {
                  id       String  @id
                  tenantId String?
                  name     String  @unique
                }
                """)).isEmpty();
    }

    @Test
    void lines_may_end_as_on_windows() {
        assertThat(schema("""
                model Room {
                  id       String @id
                  tenantId String
                  name     String @unique // schemawatch-ignore unique-without-tenant: doors have one sign each
                  // schemawatch-ignore unique-without-tenant: nor two codes
                  code     String @unique
                  plan     String @unique
                }
                """.replace("\n", "\r\n"))).containsExactly("unique-without-tenant 12:19");
    }

    @Test
    void a_region_ends_where_its_end_is() {
        assertThat(schema("""
                // schemawatch-ignore-start missing-tenant-field: all tenants share these
                model Room {
                  id String @id
                }

                model Venue {
                  id String @id
                }
                // schemawatch-ignore-end missing-tenant-field

                model Booking {
                  id String @id
                }
                """)).containsExactly("missing-tenant-field 16:7");
    }

    @Test
    void a_text_that_only_looks_like_a_comment_is_none() {
        assertThat(schema("""
                model Room {
                  id       String @id
                  tenantId String
                  name     String @unique @map("// schemawatch-ignore unique-without-tenant: no")
                }
                """)).containsExactly("unique-without-tenant 9:19");
    }

    @Test
    void a_schema_that_cannot_be_read_cannot_be_ignored_away() {
        assertThat(schema("""
                // schemawatch-ignore-file schema-syntax: to be written later
                model Room {
                """)).contains("schema-syntax 7:1", "unused-suppression 6:1");
    }

    @Test
    void what_cannot_be_checked_makes_no_suppression_unused() {
        assertThat(schema("""
                /// schemawatch-ignore missing-tenant-field: all tenants share the rooms
                model Room {
                  id Strin
                }
                """)).containsExactly("schema-reference 8:6");
    }

    @Test
    void a_suppressed_finding_is_told_with_its_reason() {
        Outcome outcome = outcome(Map.of(Repository.SCHEMA, HEADER + """
                /// schemawatch-ignore missing-tenant-field:  all tenants
                model Room {
                  id String @id
                }
                """));
        assertThat(outcome.suppressed()).singleElement().satisfies(suppressed -> {
            assertThat(suppressed.finding().rule()).isEqualTo("missing-tenant-field");
            assertThat(suppressed.by().reason()).contains("all tenants");
            assertThat(suppressed.by().comment().line()).isEqualTo(6);
        });
    }

    @Test
    void a_comment_about_a_whole_file_is_about_what_is_said_of_the_file() {
        assertThat(said(Map.of(
                        Repository.SCHEMA,
                        HEADER + "model Tenant {\n  id String @id\n}\n",
                        MIGRATION,
                        "-- schemawatch-ignore-file empty-migration-file: holds the place of one that"
                                + " was taken back\n")))
                .isEmpty();
    }

    @Test
    void a_comment_in_an_env_file_is_about_the_next_line() {
        assertThat(said(Map.of(
                        Repository.SCHEMA,
                        HEADER + "model Tenant {\n  id String @id\n}\n",
                        MIGRATION,
                        "SELECT 1;",
                        ".env",
                        """
                        # schemawatch-ignore placeholder-in-env-value: the word is the user's name

                        A=null
                        B=null
                        C="
                        # schemawatch-ignore placeholder-in-env-value: no comment, but a value, so not unused either
                        "
                        D=null # schemawatch-ignore placeholder-in-env-value: likewise
                        DATABASE_URL=postgresql://localhost/shop
                        """)))
                .containsExactly("placeholder-in-env-value 4:1");
    }

    private List<String> schema(String models) {
        return said(Map.of(Repository.SCHEMA, HEADER + models, MIGRATION, "SELECT 1;"));
    }

    private List<String> said(Map<String, String> files) {
        return outcome(files).findings().stream().map(SuppressionTest::brief).toList();
    }

    private Outcome outcome(Map<String, String> files) {
        Repository repository =
                Repository.of(files).with("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"");
        return engine.evaluate(Inputs.of(repository.workspace()), Memo.empty()).outcome();
    }

    private static String brief(Finding finding) {
        String place = finding.location().display();
        return finding.rule() + " " + place.substring(place.indexOf(':') + 1);
    }
}
