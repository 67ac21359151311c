package dev.schemawatch.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Script;
import dev.schemawatch.workspace.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MigrationScopeTest {
    private static final List<Migration> MIGRATIONS = IntStream.rangeClosed(10, 29)
            .mapToObj(number -> migration("20240101" + number))
            .toList();

    @Test
    void what_the_main_branch_has_is_left_alone() {
        Set<String> settled = Set.of(MIGRATIONS.getFirst().path());
        assertThat(MigrationScope.NEW.coming(MIGRATIONS, Optional.of(settled)))
                .isEqualTo(MIGRATIONS.subList(1, MIGRATIONS.size()));
    }

    @Test
    void the_last_migration_that_is_left_alone_may_be_named_by_its_number() {
        MigrationScope scope = new MigrationScope(Optional.of("2024010127"), false);
        assertThat(scope.coming(MIGRATIONS, Optional.of(Set.of())))
                .extracting(Migration::name)
                .containsExactly("2024010128_m", "2024010129_m");
    }

    @Test
    void a_start_counts_for_what_is_merged_as_well() {
        MigrationScope scope = new MigrationScope(Optional.of("2024010128_m"), false);
        assertThat(scope.coming(
                        MIGRATIONS, Optional.of(Set.of(MIGRATIONS.getLast().path()))))
                .containsExactly(MIGRATIONS.getLast());
    }

    @Test
    void without_git_the_latest_ten_are_taken_for_new() {
        assertThat(MigrationScope.NEW.coming(MIGRATIONS, Optional.empty())).isEqualTo(MIGRATIONS.subList(10, 20));
    }

    @Test
    void all_are_all() {
        assertThat(MigrationScope.ALL.coming(
                        MIGRATIONS, Optional.of(Set.of(MIGRATIONS.getFirst().path()))))
                .isEqualTo(MIGRATIONS);
    }

    private static Migration migration(String number) {
        return new Migration(
                number + "_m",
                Migration.Author.PRISMA,
                new Script("m/" + number + "_m/migration.sql", "", Fingerprint.of(new byte[0])));
    }
}
