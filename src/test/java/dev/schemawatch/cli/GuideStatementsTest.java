package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.Corpus;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.Replay;
import dev.schemawatch.support.StandInExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every statement of a guide runs on the database that its repository makes, and runs a second time; and no rule has anything
 * against it as a migration.
 */
@Tag("program")
class GuideStatementsTest {
    private static final Pattern SQL = Pattern.compile("(?ms)^ *```sql\\n(.*?)^ *```$");
    private static final int STATEMENTS = 11;

    @TempDir
    Path folder;

    @Test
    void those_for_the_example() {
        Path repository = Path.of("src/main/resources/dev/schemawatch/demo/repository");
        runsTwice(repository, repository.resolve("server/prisma/migrations"));
    }

    @ParameterizedTest
    @CsvSource({
        "ghostfolio, prisma/migrations",
        "saas-starter-kit, prisma/migrations",
        "umami, prisma/migrations",
        "documenso, packages/prisma/migrations"
    })
    void those_for_a_real_repository(String name, String migrations) {
        Path repository = Corpus.path("real/" + name);
        runsTwice(repository, repository.resolve(migrations));
    }

    @Test
    void those_for_a_table_of_another_name_in_another_schema() {
        new CommandHarness(folder).file("prisma/schema.prisma", """
                datasource db {
                  provider = "postgresql"
                  schemas  = ["shop", "public"]
                }

                model Order {
                  id    Int     @id
                  total Int     @map("total_cents")
                  note  String?

                  @@map("orders")
                  @@schema("shop")
                }
                """);
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            database.execute("CREATE SCHEMA shop; CREATE TABLE shop.orders (id int, total_cents int, note text)");
            assertThat(runTwice(folder, database)).hasSize(STATEMENTS);
        }
    }

    @Test
    void those_for_a_table_whose_names_have_to_be_quoted() {
        new CommandHarness(folder).file("prisma/schema.prisma", """
                datasource db {
                  provider = "postgresql"
                  schemas  = ["my shop"]
                }

                model Order {
                  id   Int     @id
                  nick String? @map("ni'ck")
                  note String  @map("us-er$do$")

                  @@map("or\\"der'$$x")
                  @@schema("my shop")
                }
                """);
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            database.execute("CREATE SCHEMA \"my shop\";"
                    + " CREATE TABLE \"my shop\".\"or\"\"der'$$x\" (id int, \"ni'ck\" text, \"us-er$do$\" text)");
            assertThat(runTwice(folder, database)).hasSize(STATEMENTS);
        }
    }

    @Test
    void those_for_a_schema_without_a_table() {
        new CommandHarness(folder).file("prisma/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n");
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            assertThat(runTwice(folder, database)).hasSize(STATEMENTS + 1);
        }
    }

    @Test
    void no_rule_has_anything_against_them() throws IOException {
        Path repository = Path.of("src/main/resources/dev/schemawatch/demo/repository/server");
        try (Stream<Path> files = Files.walk(repository.resolve("prisma"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.getNameCount() != repository.getNameCount() + 3
                            || !file.toString().endsWith(".sql"))
                    .toList()) {
                commands().file(repository.relativize(file).toString(), Files.readString(file));
            }
        }
        List<String> statements = statements(folder);
        for (int number = 0; number < statements.size(); number++) {
            commands()
                    .file(
                            "prisma/migrations/2099010100%02d00_guide/migration.sql".formatted(number),
                            statements.get(number));
        }

        String after = commands().run("check", "--all", "--no-color").out();

        assertThat(statements).hasSize(STATEMENTS);
        assertThat(after.lines()).noneMatch(line -> line.contains("_guide/"));
    }

    private void runsTwice(Path repository, Path migrations) {
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            StandInExtension.vector(database);
            new Replay(database).apply(migrations, _ -> true);
            assertThat(runTwice(repository, database)).hasSize(STATEMENTS);
        }
    }

    private List<String> runTwice(Path repository, PostgresFixture.Database database) {
        List<String> statements = statements(repository);
        Stream.of(statements, statements).flatMap(List::stream).forEach(database::execute);
        return statements;
    }

    private List<String> statements(Path repository) {
        String guide = commands()
                .run("-C", repository.toAbsolutePath().toString(), "init", "--guide", "--print")
                .endsWith(ExitStatus.CLEAN)
                .out();
        return SQL.matcher(guide).results().map(match -> match.group(1)).toList();
    }

    private CommandHarness commands() {
        return new CommandHarness(folder);
    }
}
