package dev.schemawatch.sql;

import dev.schemawatch.support.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts with every statement that occurs in migrations, and what is read out of them. Number, bounds and kind of the
 * statements were held against PostgreSQL's own parser (libpg_query 17, and the server of PostgreSQL 18 for what is new there)
 * when the expectations were written.
 */
final class StatementFixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/sql");

    @ParameterizedTest
    @MethodSource("scripts")
    void a_script_is_read_as_written_beside_it(Path script) throws IOException {
        String read = SqlStatement.split("it", Files.readString(script)).stream()
                .map(StatementFixturesTest::line)
                .collect(Collectors.joining());
        Golden.assertMatches(Path.of(script.toString().replace(".sql", ".txt")), read);
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    /** Places as {@code line:column+length}; what is empty is left out. */
    private static String line(SqlStatement statement) {
        String command = statement
                .command()
                .toString()
                .replaceAll("InFile\\[path=it, line=(\\d+), column=(\\d+), offset=\\d+, length=(\\d+)]", "$1:$2+$3")
                .replaceAll("SqlName\\[schema=Optional\\.empty, name=([^]]*)]", "<$1>")
                .replaceAll("SqlName\\[schema=Optional\\[([^]]*)], name=([^]]*)]", "<$1.$2>")
                .replaceAll(", \\w+=(Optional\\.empty|\\[]|false)", "");
        return statement.location().display().substring("it:".length()) + "+"
                + statement.location().length() + " " + command + "\n";
    }
}
