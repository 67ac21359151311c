package dev.schemawatch.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.support.Corpus;
import dev.schemawatch.support.Ddl;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single changes to a database that agreed with its schema: each that Prisma detects is reported and names the object. */
public class DriftMutationsTest {
    private static final String FOLDER = "drift-mutations/";
    private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\"");

    /** A change and whether Prisma detects it; {@code prismasSql} is what Prisma would do about it. */
    public record Mutation(String name, String sql, boolean detected, String prismasSql) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final PostgresFixture.Database DATABASE = PostgresFixture.database();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void begin_with_a_database_that_agrees() {
        DATABASE.clear();
        DATABASE.execute(Ddl.create(expected()));
    }

    /** All of them. */
    public static Stream<Mutation> mutations() throws IOException {
        Map<String, String[]> verdicts = new HashMap<>();
        for (String line : lines("prisma-7.tsv")) {
            String[] fields = line.split("\t", -1);
            verdicts.put(fields[0], fields);
        }
        return lines("mutations.txt").stream().map(line -> {
            String name = line.substring(0, line.indexOf('|'));
            String[] verdict = verdicts.getOrDefault(name, new String[] {name, "", ""});
            return new Mutation(name, line.substring(name.length() + 1), verdict[1].equals("DETECTED"), verdict[2]);
        });
    }

    @Test
    void without_a_change_there_is_no_drift() {
        assertThat(drift()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void what_prisma_detects_is_reported_by_name(Mutation mutation) {
        DATABASE.execute(mutation.sql());

        List<Difference> drift = drift();

        if (mutation.detected()) {
            assertThat(drift).isNotEmpty();
            assertThat(names(mutation.prismasSql()))
                    .as("the names in Prisma's SQL")
                    .anySatisfy(name -> assertThat(drift.toString()).contains(name));
        } else {
            assertThat(drift).as("what Prisma does not see").isEmpty();
        }
    }

    private static List<String> names(String sql) {
        return QUOTED.matcher(sql).results().map(result -> result.group(1)).toList();
    }

    private static List<Difference> drift() {
        return LiveDatabase.look(expected(), DATABASE).drift().differences().stream()
                .filter(difference -> difference.weight() != Difference.Weight.ADVISORY)
                .toList();
    }

    private static DatabaseSchema expected() {
        return PrismaFiles.expected(Corpus.path(FOLDER + "schema.prisma"));
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Corpus.path(FOLDER + file));
    }
}
