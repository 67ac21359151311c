package dev.schemawatch.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.workspace.ScriptOrder;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new script is counted on from those that are there. */
class NewScriptTest {

    @ParameterizedTest
    @CsvSource({
        "'', m/01_add_index.sql",
        "01_a.sql, m/02_add_index.sql",
        "09_a.sql, m/10_add_index.sql",
        "099_a.sql, m/100_add_index.sql",
        "0007_a.sql, m/0008_add_index.sql",
        "9_a.sql 10_b.sql, m/11_add_index.sql",
        "20240101000000_init/migration.sql, m/01_add_index.sql"
    })
    void takes_the_next_number_in_as_many_digits(String there, String path) {
        assertThat(NewScript.after(folder(there), "add index").path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"Add Index, Add_Index", "../../etc/passwd, etc_passwd", "'  x; y ', x_y", "größe, größe"})
    void a_name_of_any_words_is_the_name_of_a_file(String name, String words) {
        assertThat(NewScript.after(folder(""), name).path()).isEqualTo("m/01_" + words + ".sql");
    }

    @Test
    void a_name_without_words_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NewScript.after(folder(""), "-- "));
    }

    @Test
    void examples_are_comments_so_that_nothing_runs_by_mistake() {
        NewScript script = NewScript.after(folder(""), "add index");
        assertThat(SqlStatement.split(script.path(), script.text())).isEmpty();
    }

    private static MigrationFolder folder(String files) {
        List<SourceFile> sources = Stream.of(files.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> new SourceFile("m/" + name, Content.of("SELECT 1;".getBytes(StandardCharsets.UTF_8))))
                .toList();
        return MigrationFolder.read(
                ScriptOrder.PRISMA_FIRST, "m", sources, List.of("m"), file -> MigrationFolder.migration("m", file));
    }
}
