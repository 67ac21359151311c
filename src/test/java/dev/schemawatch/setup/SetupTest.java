package dev.schemawatch.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemawatch.check.TenantRule;
import dev.schemawatch.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
    @TempDir
    Path root;

    private Path below;

    @BeforeEach
    void makeFolders() throws IOException {
        below = Files.createDirectories(root.resolve("server/prisma"));
    }

    @Test
    void finds_the_file_in_a_folder_above_and_takes_its_paths_from_there() throws IOException {
        write("schema: server/prisma/schema.prisma\nignore: [legacy/**]");
        Setup setup = load(Overrides.NONE);
        assertThat(setup.root()).isEqualTo(root);
        assertThat(setup.schema()).contains("server/prisma/schema.prisma");
        assertThat(setup.scan().ignore()).containsExactly("legacy/**");
    }

    @Test
    void looks_at_the_working_directory_without_a_file() {
        Setup setup = load(Overrides.NONE);
        assertThat(setup.root()).isEqualTo(below);
        assertThat(setup.configFile()).isEmpty();
    }

    @Test
    void looks_at_the_working_directory_with_a_file_from_elsewhere(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("schemawatch.yaml"), "schema: schema.prisma");
        Setup setup = load(new Overrides(Optional.of(file.toString()), Optional.empty(), Optional.empty()));
        assertThat(setup.root()).isEqualTo(below);
        assertThat(setup.schema()).contains("schema.prisma");
    }

    @Test
    void takes_paths_of_the_command_line_from_the_working_directory() throws IOException {
        write("schema: other.prisma");
        Setup setup = load(new Overrides(Optional.empty(), Optional.of("./schema.prisma"), Optional.of("migrations")));
        assertThat(setup.schema()).contains("server/prisma/schema.prisma");
        assertThat(setup.migrations()).contains("server/prisma/migrations");
    }

    @Test
    void refuses_a_schema_outside_of_the_root() {
        assertThatThrownBy(() -> load(new Overrides(Optional.empty(), Optional.of("../../x.prisma"), Optional.empty())))
                .isInstanceOf(InvalidSetup.class)
                .hasMessageContaining("--schema: ../../x.prisma is outside of " + below);
    }

    @Test
    void turns_levels_into_a_rule_selection_and_tenants_into_settings() throws IOException {
        write("""
                rules: { empty-migration-file: off, missing-tenant-field: info }
                tenant: { all-except: [User] }
                """);
        Setup setup = load(Overrides.NONE);
        assertThat(setup.rules().off()).containsExactly("empty-migration-file");
        assertThat(setup.rules().severities()).containsExactly(Map.entry("missing-tenant-field", Severity.INFO));
        assertThat(setup.checks().tenant())
                .contains(new TenantRule("tenantId", "String", new TenantRule.Models.AllExcept(Set.of("User"))));
    }

    @Test
    void names_the_file_as_seen_from_the_working_directory() throws IOException {
        Files.writeString(below.resolve("schemawatch.yaml"), "shema: x\nmigration: y");
        assertThatThrownBy(() -> load(Overrides.NONE))
                .hasMessage("schemawatch.yaml:1:1: There is no key shema. Did you mean schema?\n"
                        + "schemawatch.yaml:2:1: There is no key migration. Did you mean migrations?");
    }

    @Test
    void says_what_is_wrong_with_a_file_that_cannot_be_read() throws IOException {
        Overrides named = new Overrides(Optional.of("no.yaml"), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> load(named)).hasMessage(below.resolve("no.yaml") + " does not exist.");
        Files.write(below.resolve("no.yaml"), new byte[] {'a', (byte) 0xE9});
        assertThatThrownBy(() -> load(named)).hasMessage(below.resolve("no.yaml") + " is not valid UTF-8.");
    }

    @Test
    void does_not_pass_over_a_file_whose_link_leads_nowhere() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("schemawatch.yaml"), Path.of("nothing"));
        assertThatThrownBy(() -> load(Overrides.NONE))
                .isInstanceOf(InvalidSetup.class)
                .hasMessage(link + " is a symbolic link to something that does not exist.");
    }

    @Test
    void reads_the_secret_file_unless_the_variable_is_set() throws IOException {
        Path secret = Files.writeString(root.resolve("url"), "postgresql://h/db\n");
        Map<String, String> environment = Map.of("SCHEMAWATCH_DATABASE_URL_FILE", secret.toString());
        assertThat(SecretFile.resolve(environment)).containsEntry("SCHEMAWATCH_DATABASE_URL", "postgresql://h/db");
        assertThatThrownBy(() -> SecretFile.resolve(Map.of("SCHEMAWATCH_DATABASE_URL_FILE", root.toString())))
                .hasMessageContaining("is not a regular file");
    }

    private Setup load(Overrides overrides) {
        return Setup.load(below, overrides, Map.of());
    }

    private void write(String text) throws IOException {
        Files.writeString(root.resolve("schemawatch.yaml"), text);
    }
}
