package dev.schemawatch.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.migration.MigrationFolder.FolderWithoutScript;
import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.ScriptOrder;
import dev.schemawatch.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MigrationFolderTest {

    @Test
    void orders_prismas_by_name_and_then_scripts_by_number() {
        MigrationFolder folder = read(
                Set.of(),
                text("m/20240102000000_b/migration.sql"),
                text("m/20240101000000_a copy/migration.sql"),
                text("m/02_rls.sql"),
                text("m/10_more.sql"),
                text("m/seed.sql"));
        assertThat(folder.migrations())
                .extracting(Migration::name)
                .containsExactly("20240101000000_a copy", "20240102000000_b", "02_rls", "10_more", "seed");
    }

    @Test
    void tells_who_made_a_migration() {
        MigrationFolder folder = read(Set.of(), text("m/1_a/migration.sql"), text("m/02_rls.sql"));
        assertThat(folder.migrations())
                .extracting(Migration::author)
                .containsExactly(Migration.Author.PRISMA, Migration.Author.HAND);
    }

    @Test
    void ignores_other_files() {
        MigrationFolder folder = read(
                Set.of("m", "m/1_a"),
                text("m/migration_lock.toml"),
                text("m/1_a/migration.sql"),
                text("m/1_a/down.sql"),
                text("m/1_a/old/migration.sql"));
        assertThat(folder.migrations()).extracting(Migration::path).containsExactly("m/1_a/migration.sql");
        assertThat(folder.withoutScript()).isEmpty();
    }

    @Test
    void lists_folders_that_hold_no_script() {
        MigrationFolder folder = read(
                Set.of("m", "m/1_empty", "m/2_notes", "m/3_data", "m/3_data/inner", "other"),
                text("m/2_notes/README.md"),
                text("m/3_data/migration.ts"));
        assertThat(folder.withoutScript())
                .containsExactlyInAnyOrder(
                        new FolderWithoutScript("m/1_empty", List.of()),
                        new FolderWithoutScript("m/2_notes", List.of("README.md")));
    }

    @Test
    void knows_a_folder_that_is_not_there_from_an_empty_one() {
        assertThat(read(Set.of()).exists()).isFalse();
        assertThat(read(Set.of("m")).exists()).isTrue();
    }

    @Test
    void names_migrations_that_are_no_text() {
        SourceFile broken = new SourceFile(
                "m/1_a/migration.sql", new SourceFile.Content.Unreadable("is no text", "save it as UTF-8"));
        MigrationFolder folder = read(Set.of("m", "m/1_a"), broken);
        assertThat(folder.unreadable()).containsExactly("1_a");
        assertThat(folder.withoutScript()).isEmpty();
    }

    private static MigrationFolder read(Set<String> directories, SourceFile... files) {
        return MigrationFolder.read(
                ScriptOrder.PRISMA_FIRST,
                "m",
                List.of(files),
                directories,
                file -> MigrationFolder.migration("m", file));
    }

    private static SourceFile text(String path) {
        String script = "SELECT 1";
        return new SourceFile(
                path, new SourceFile.Content.Text(script, Fingerprint.of(script.getBytes(StandardCharsets.UTF_8))));
    }
}
