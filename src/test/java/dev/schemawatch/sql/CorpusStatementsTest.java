package dev.schemawatch.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Migrations that others wrote, all of which PostgreSQL ran. */
final class CorpusStatementsTest {

    @Test
    void takes_nothing_that_ran_for_something_that_cannot() throws IOException {
        List<Path> scripts = scripts();
        assertThat(scripts).hasSizeGreaterThan(1_000);
        assertThat(scripts.stream().flatMap(CorpusStatementsTest::statements))
                .noneMatch(statement -> statement.command() instanceof Command.Invalid);
    }

    @Test
    void understands_what_every_alter_table_does() throws IOException {
        assertThat(scripts().stream().flatMap(CorpusStatementsTest::statements).map(SqlStatement::command))
                .filteredOn(Command.AlterTable.class::isInstance)
                .extracting(Command.AlterTable.class::cast)
                .flatExtracting(Command.AlterTable::actions)
                .hasSizeGreaterThan(3_000)
                .noneMatch(TableAction.OtherAction.class::isInstance);
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(Corpus.path("real"))) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }

    private static Stream<SqlStatement> statements(Path script) {
        try {
            return SqlStatement.split(script.toString(), Files.readString(script)).stream();
        } catch (IOException e) {
            throw new AssertionError("reading " + script, e);
        }
    }
}
