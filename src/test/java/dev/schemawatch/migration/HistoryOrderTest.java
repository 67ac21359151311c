package dev.schemawatch.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.workspace.ScriptOrder;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prisma's migrations and people's scripts in one folder are one history. */
class HistoryOrderTest {
    private static final String INIT = "20240101000000_init/migration.sql";
    private static final String MAIL = "20240301000000_mail/migration.sql";
    private static final String NINE = "9_rights.sql";
    private static final String TEN = "10_search.sql";
    private static final String DATED = "20240201000000_copy_data.sql";

    @Test
    void scripts_come_behind_prismas_migrations_unless_they_are_dated() {
        assertThat(names(ScriptOrder.PRISMA_FIRST))
                .containsExactly(
                        "20240101000000_init",
                        "20240201000000_copy_data",
                        "20240301000000_mail",
                        "9_rights",
                        "10_search");
    }

    @Test
    void scripts_may_come_first() {
        assertThat(names(ScriptOrder.SCRIPTS_FIRST))
                .containsExactly(
                        "9_rights",
                        "10_search",
                        "20240201000000_copy_data",
                        "20240101000000_init",
                        "20240301000000_mail");
    }

    @Test
    void all_may_be_in_the_order_of_their_names() {
        assertThat(names(ScriptOrder.BY_NAME))
                .containsExactly(
                        "10_search",
                        "20240101000000_init",
                        "20240201000000_copy_data",
                        "20240301000000_mail",
                        "9_rights");
    }

    @Test
    void prismas_own_are_sorted_as_text_as_prisma_does() {
        assertThat(names(ScriptOrder.PRISMA_FIRST, "9_a/migration.sql", "10_b/migration.sql"))
                .containsExactly("10_b", "9_a");
    }

    private static List<String> names(ScriptOrder order) {
        return names(order, MAIL, TEN, DATED, INIT, NINE);
    }

    private static List<String> names(ScriptOrder order, String... files) {
        List<SourceFile> sources = Stream.of(files)
                .map(name -> new SourceFile("m/" + name, Content.of("SELECT 1;".getBytes(StandardCharsets.UTF_8))))
                .toList();
        return MigrationFolder.read(order, "m", sources, List.of("m"), file -> MigrationFolder.migration("m", file))
                .migrations()
                .stream()
                .map(Migration::name)
                .toList();
    }
}
