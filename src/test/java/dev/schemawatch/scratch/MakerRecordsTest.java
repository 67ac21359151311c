package dev.schemawatch.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.localserver.TextShelf;
import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.migration.MadeObject;
import dev.schemawatch.migration.MadeObject.Kind;
import dev.schemawatch.migration.MadeObject.Standing;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.Observed;
import dev.schemawatch.migration.Observed.Made;
import dev.schemawatch.replay.ReplayPlan;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MakerRecordsTest {
    private static final String BLOCK = "DO $$ BEGIN EXECUTE 'CREATE TABLE t ()'; END $$;";
    private static final String COLUMN = "ALTER TABLE t ADD COLUMN a text;";
    private static final SqlName TABLE = new SqlName(Optional.empty(), "t");
    private static final Observed SEEN = new Observed(
            1,
            List.of(
                    new Made(new Standing(Kind.TABLE, TABLE), 0, 1, 1),
                    new Made(new MadeObject.Column(TABLE, "tab\tbackslash\\line\nend\r"), 0, 1, 1),
                    new Made(
                            new MadeObject.Part(new SqlName(Optional.of("s"), "ü"), PartKind.TRIGGER, "s\\tp "),
                            0,
                            1,
                            1)));

    @TempDir
    private Path folder;

    private TextShelf shelf;
    private MakerRecords records;

    @BeforeEach
    void makeShelf() {
        shelf = new TextShelf(folder.resolve("makers"));
        records = MakerRecords.in(shelf);
    }

    @Test
    void tells_what_was_kept() {
        records.keep(SEEN, plan(BLOCK));

        assertThat(of(BLOCK)).contains(SEEN);
    }

    @Test
    void tells_what_was_kept_of_the_longest_beginning() {
        records.keep(SEEN, plan(BLOCK));
        Observed later = new Observed(2, SEEN.made());
        records.keep(later, plan(BLOCK, COLUMN));

        assertThat(of(BLOCK, COLUMN, COLUMN)).contains(later);
        assertThat(of(BLOCK, COLUMN + " ")).contains(SEEN);
    }

    @Test
    void knows_nothing_of_a_history_that_was_edited() {
        records.keep(SEEN, plan(BLOCK));

        assertThat(of(BLOCK + " ")).isEmpty();
    }

    @Test
    void knows_nothing_of_the_same_scripts_in_another_namespace() {
        records.keep(SEEN, plan(BLOCK));

        assertThat(records.of("app", false, plan(BLOCK).migrations())).isEmpty();
    }

    @Test
    void keeps_nothing_where_the_scripts_say_all() {
        records.keep(new Observed(1, List.of()), plan(COLUMN));

        assertThat(folder).isEmptyDirectory();
        assertThat(records.upTo(1, plan(COLUMN))).contains(new Observed(1, List.of()));
    }

    @Test
    void differs_from_what_it_was_once_something_was_kept() {
        assertThat(MakerRecords.in(shelf)).isEqualTo(records);

        records.keep(SEEN, plan(BLOCK));

        assertThat(MakerRecords.in(shelf)).isNotEqualTo(records);
    }

    static Stream<UnaryOperator<String>> damages() {
        return Stream.of(
                _ -> "",
                _ -> "\0\0\0\0",
                text -> text.substring(0, text.length() - 1),
                text -> text.substring(0, text.indexOf('\n')),
                text -> text.substring(0, text.indexOf('\n') + 1),
                text -> text.replace("TRIGGER", "POLICY"),
                text -> text.replaceFirst("makers 1", "makers 2"),
                text -> text + "0\t1\t1\tTABLE\t\tother\t\n",
                text -> "more\n" + text);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void knows_nothing_by_a_text_that_is_not_whole(UnaryOperator<String> damage) throws IOException {
        records.keep(SEEN, plan(BLOCK));
        Path file = file();
        Files.writeString(file, damage.apply(Files.readString(file)));

        assertThat(of(BLOCK)).isEmpty();
        assertThat(records.upTo(1, plan(BLOCK))).isEmpty();
    }

    @Test
    void a_text_that_is_not_whole_is_replaced() throws IOException {
        records.keep(SEEN, plan(BLOCK));
        Files.writeString(file(), "damaged");
        records.keep(SEEN, plan(BLOCK));

        assertThat(of(BLOCK)).contains(SEEN);
    }

    @Test
    void nothing_is_kept_where_the_folder_cannot_be_made() throws IOException {
        Files.writeString(folder.resolve("makers"), "a file");
        records.keep(SEEN, plan(BLOCK));

        assertThat(of(BLOCK)).isEmpty();
        assertThat(shelf.stamp()).isNotNegative();
    }

    @Test
    void the_shelf_lets_go_of_what_nobody_has_read_for_longest() throws IOException {
        for (int number = 0; number < 205; number++) {
            shelf.keep("n" + number, "text");
        }

        assertThat(shelf.names()).hasSize(200);
        try (Stream<Path> files = Files.list(shelf.folder())) {
            assertThat(files).hasSize(200);
        }
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(shelf.folder())) {
            return files.findFirst().orElseThrow();
        }
    }

    private Optional<Observed> of(String... scripts) {
        return records.of("public", false, plan(scripts).migrations());
    }

    private static ReplayPlan plan(String... scripts) {
        Stream<Migration> migrations = IntStream.range(0, scripts.length)
                .mapToObj(number -> new SourceFile(
                        "migrations/2026010100000" + number + "_m/migration.sql",
                        Content.of(scripts[number].getBytes(StandardCharsets.UTF_8))))
                .flatMap(file -> MigrationFolder.migration("migrations", file).stream());
        return new ReplayPlan("public", migrations.toList(), Duration.ofSeconds(20), false, 0);
    }
}
