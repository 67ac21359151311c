package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.ExpressionComparer;
import dev.schemawatch.diff.SchemaDiffer;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Script;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.workspace.Fingerprint;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case is a database that differs from the schema, and what is to come; the question is what stays. */
final class PendingChangesTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            model A {
              id    Int     @id
              n     String
              m     String?
              note  String  @default("x")
              other Int
              b     B       @relation(fields: [other], references: [id])
              s     S

              @@index([n])
              @@unique([m])
            }

            model B {
              id Int @id
              a  A[]
            }

            enum S {
              X
              Y
            }
            """;

    private static final String WITHOUT_N = without("  n     String", "  @@index([n])");
    private static final String WITHOUT_INDEX = without("  @@index([n])");
    private static final String WITHOUT_FOREIGN_KEY =
            without("  b     B       @relation(fields: [other], references: [id])", "  a  A[]");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a new index on the column   | CREATE INDEX \"A_n_idx2\" ON \"A\"(\"n\", \"m\")",
                "a foreign key of the column | ALTER TABLE \"A\" ADD FOREIGN KEY (\"n\") REFERENCES \"B\"(\"id\")",
                "another column              | ALTER TABLE \"A\" ADD COLUMN \"k\" TEXT",
                "the column of another table | ALTER TABLE \"B\" ADD COLUMN \"n\" TEXT",
                "that column elsewhere       | ALTER TABLE other.\"A\" ADD COLUMN \"n\" TEXT",
                "a change of the column      | ALTER TABLE \"A\" ALTER COLUMN \"n\" SET NOT NULL",
                "rows that are written       | UPDATE \"A\" SET \"n\" = 'x'",
                "a table that is there       | CREATE TABLE IF NOT EXISTS \"A\" (\"n\" TEXT)",
                "a column that goes again    | ALTER TABLE \"A\" ADD \"n\" TEXT; ALTER TABLE \"A\" DROP \"n\"",
            })
    void a_column_dropped_by_hand_is_drift_whatever_names_it(String what, String pending) {
        assertThat(drift(SCHEMA, WITHOUT_N, pending)).as(what).contains("missing column public.A.n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALTER TABLE \"A\" ADD COLUMN \"n\" TEXT NOT NULL; CREATE INDEX \"A_n_idx\" ON \"A\"(\"n\")",
                "ALTER TABLE public.\"A\" ADD n TEXT NOT NULL; CREATE INDEX ON \"A\"(\"n\")",
                "ALTER TABLE \"A\" RENAME COLUMN \"old\" TO \"n\"; ALTER INDEX \"A_old_idx\" RENAME TO \"A_n_idx\"",
                "DROP TABLE \"A\"; CREATE TABLE \"A\" (\"n\" TEXT); CREATE INDEX ON \"A\"(\"n\")",
                "ALTER TABLE \"A\" RENAME TO \"A_old\"; ALTER TABLE \"A_new\" RENAME TO \"A\"",
            })
    void a_column_that_comes_is_pending(String pending) {
        assertThat(drift(SCHEMA, WITHOUT_N, pending)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true  | ALTER TABLE \"A\" DROP COLUMN \"n\"",
                "true  | ALTER TABLE \"A\" RENAME \"n\" TO \"k\"; DROP INDEX \"A_n_idx\"",
                "false | DROP INDEX \"A_n_idx\"",
                "false | DROP TABLE \"A\"; CREATE TABLE \"A\" (\"n\" TEXT)",
            })
    void a_column_too_many_is_pending_when_it_goes(boolean gone, String pending) {
        assertThat(drift(WITHOUT_N, SCHEMA, pending).contains("unexpected column public.A.n"))
                .isEqualTo(!gone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "n String   | n String?  | ALTER TABLE \"A\" ALTER COLUMN \"n\" SET NOT NULL",
                "n String?  | n String   | ALTER TABLE \"A\" ALTER COLUMN \"n\" DROP NOT NULL",
                "n String   | n String?  | ALTER TABLE \"A\" DROP COLUMN \"n\", ADD COLUMN \"n\" TEXT",
                "n String   | n Int      | ALTER TABLE \"A\" ALTER COLUMN \"n\" TYPE TEXT",
                "n Int @default(1) | n Int | ALTER TABLE \"A\" ALTER COLUMN \"n\" SET DEFAULT 1",
                "n Int      | n Int @default(1) | ALTER TABLE \"A\" ALTER COLUMN \"n\" DROP DEFAULT",
                "n Int @default(autoincrement()) | n Int | ALTER TABLE \"A\" ALTER \"n\" SET DEFAULT nextval('s')",
            })
    void an_altered_column_is_pending_for_what_is_altered(String expected, String actual, String pending) {
        assertThat(drift(column(expected), column(actual), pending)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "n String   | n String?  | CREATE INDEX ON \"A\"(\"n\")",
                "n String   | n String?  | ALTER TABLE \"A\" ALTER COLUMN \"n\" DROP NOT NULL",
                "n String   | n String?  | ALTER TABLE \"A\" ALTER COLUMN \"n\" TYPE TEXT",
                "n String   | n String?  | ALTER TABLE \"A\" ALTER COLUMN \"m\" SET NOT NULL",
                "n String   | n Int      | ALTER TABLE \"A\" ALTER COLUMN \"n\" SET DEFAULT 1",
                "n Int @default(1) | n Int | ALTER TABLE \"A\" ALTER COLUMN \"n\" TYPE INT",
                "n Int @default(1) | n Int | ALTER TABLE \"A\" ALTER COLUMN \"n\" DROP DEFAULT",
            })
    void a_column_changed_by_hand_is_drift_when_something_else_is_altered(
            String expected, String actual, String pending) {
        assertThat(drift(column(expected), column(actual), pending)).hasSize(1);
    }

    @Test
    void a_table_dropped_by_hand_is_drift_when_it_is_altered() {
        String actual = WITHOUT_FOREIGN_KEY.replaceAll("(?s)model B \\{.*?\\}", "");
        assertThat(drift(WITHOUT_FOREIGN_KEY, actual, "ALTER TABLE \"B\" ADD COLUMN \"k\" INT"))
                .containsExactly("missing table public.B");
        assertThat(drift(
                        WITHOUT_FOREIGN_KEY,
                        actual,
                        "ALTER TABLE \"A\" ADD FOREIGN KEY (\"n\") REFERENCES \"B\"(\"id\")"))
                .containsExactly("missing table public.B");
        assertThat(drift(WITHOUT_FOREIGN_KEY, actual, "CREATE TABLE \"B\" (\"id\" INT)"))
                .isEmpty();
    }

    @Test
    void a_rename_explains_both_halves() {
        String actual = WITHOUT_FOREIGN_KEY.replace("model B", "model Old");
        assertThat(drift(WITHOUT_FOREIGN_KEY, actual, "")).hasSize(2);
        assertThat(drift(WITHOUT_FOREIGN_KEY, actual, "ALTER TABLE \"Old\" RENAME TO \"B\""))
                .isEmpty();
    }

    @Test
    void an_index_dropped_by_hand_is_pending_only_when_one_like_it_comes() {
        String lost = "missing index public.A.A_n_idx";
        assertThat(drift(SCHEMA, WITHOUT_INDEX, "ALTER TABLE \"A\" ALTER COLUMN \"n\" SET NOT NULL"))
                .containsExactly(lost);
        assertThat(drift(SCHEMA, WITHOUT_INDEX, "CREATE UNIQUE INDEX \"i\" ON \"A\"(\"n\")"))
                .containsExactly(lost);
        assertThat(drift(SCHEMA, WITHOUT_INDEX, "DROP INDEX \"A_n_idx\"")).containsExactly(lost);
        assertThat(drift(SCHEMA, WITHOUT_INDEX, "CREATE INDEX \"A_n_idx\" ON \"A\"(\"n\")"))
                .isEmpty();
    }

    @Test
    void an_index_too_many_goes_with_its_constraint_or_its_column() {
        String actual = SCHEMA.replace("@@index([n])", "@@index([n])\n  @@unique([note])");
        assertThat(drift(SCHEMA, actual, "ALTER TABLE \"A\" DROP CONSTRAINT \"A_note_key\""))
                .isEmpty();
        assertThat(drift(SCHEMA, actual, "ALTER TABLE \"A\" DROP \"note\"")).isEmpty();
        assertThat(drift(SCHEMA, actual, "CREATE INDEX ON \"A\"(\"note\")"))
                .containsExactly("unexpected index public.A.A_note_key");
    }

    @Test
    void an_index_of_another_name_is_pending_when_it_is_renamed() {
        String actual = SCHEMA.replace("@@index([n])", "@@index([n], map: \"i\")");
        assertThat(drift(SCHEMA, actual, "ALTER INDEX \"i\" RENAME TO \"A_n_idx\""))
                .isEmpty();
        assertThat(drift(SCHEMA, actual, "ALTER INDEX \"i\" RENAME TO \"j\""))
                .containsExactly("different index public.A.A_n_idx name");
    }

    @Test
    void an_index_of_another_definition_is_pending_when_it_is_replaced() {
        String actual = SCHEMA.replace("@@index([n])", "@@index([note], map: \"A_n_idx\")");
        String create = "CREATE INDEX \"A_n_idx\" ON \"A\"(\"n\")";
        assertThat(drift(SCHEMA, actual, create)).containsExactly("different index public.A.A_n_idx definition");
        assertThat(drift(SCHEMA, actual, "DROP INDEX \"A_n_idx\"; " + create)).isEmpty();
    }

    @Test
    void a_key_follows_the_column_that_is_renamed() {
        String actual = SCHEMA.replace("  n     String", "  old   String").replace("[n]", "[old], map: \"A_n_idx\"");
        assertThat(drift(SCHEMA, actual, "ALTER TABLE \"A\" RENAME \"old\" TO \"n\""))
                .isEmpty();
    }

    @Test
    void a_foreign_key_dropped_by_hand_is_drift_when_its_column_gets_an_index() {
        assertThat(drift(SCHEMA, WITHOUT_FOREIGN_KEY, "CREATE INDEX \"A_other_idx\" ON \"A\"(\"other\")"))
                .containsExactly("missing foreign key public.A.A_other_fkey");
        assertThat(
                        drift(
                                SCHEMA,
                                WITHOUT_FOREIGN_KEY,
                                "ALTER TABLE \"A\" ADD CONSTRAINT \"A_other_fkey\" FOREIGN KEY (\"other\") REFERENCES \"B\"(\"id\")"))
                .isEmpty();
    }

    @Test
    void a_foreign_key_of_other_actions_is_pending_when_it_is_replaced() {
        String actual = SCHEMA.replace("references: [id])", "references: [id], onDelete: Cascade)");
        String add =
                "ALTER TABLE \"A\" ADD CONSTRAINT \"A_other_fkey\" FOREIGN KEY (\"other\") REFERENCES \"B\"(\"id\")";
        assertThat(drift(SCHEMA, actual, add))
                .containsExactly("different foreign key public.A.A_other_fkey definition");
        assertThat(drift(SCHEMA, actual, "ALTER TABLE \"A\" DROP CONSTRAINT \"A_other_fkey\"; " + add))
                .isEmpty();
    }

    @Test
    void a_primary_key_is_pending_when_it_is_replaced() {
        String actual =
                SCHEMA.replace("  id    Int     @id", "  id    Int").replace("@@index", "@@id([other])\n  @@index");
        String replace = "ALTER TABLE \"A\" DROP CONSTRAINT \"A_pkey\", ADD PRIMARY KEY (\"id\")";
        assertThat(drift(SCHEMA, actual, replace)).isEmpty();
        assertThat(drift(SCHEMA, actual, "CREATE INDEX ON \"A\"(\"id\")")).hasSize(1);
    }

    @Test
    void labels_of_an_enumerated_type_are_pending_when_each_of_them_comes() {
        String expected = SCHEMA.replace("  Y\n", "  Y\n  Z\n  W\n");
        String drift = "different enum public.S values";
        assertThat(drift(expected, SCHEMA, "ALTER TYPE \"S\" ADD VALUE 'Z'")).containsExactly(drift);
        assertThat(drift(expected, SCHEMA, "ALTER TYPE \"S\" ADD VALUE 'Z'; ALTER TYPE \"S\" ADD VALUE 'W'"))
                .isEmpty();
        assertThat(drift(SCHEMA, expected, "ALTER TYPE \"S\" RENAME VALUE 'Z' TO 'V'"))
                .containsExactly(drift);
        assertThat(drift(SCHEMA, expected, """
                CREATE TYPE "S_new" AS ENUM ('X', 'Y');
                ALTER TABLE "A" ALTER COLUMN "s" TYPE "S_new" USING ("s"::text::"S_new");
                ALTER TYPE "S" RENAME TO "S_old";
                ALTER TYPE "S_new" RENAME TO "S";
                DROP TYPE "S_old";
                """)).isEmpty();
    }

    @Test
    void a_column_follows_the_type_that_is_renamed() {
        String actual = SCHEMA.replace("enum S", "enum Old").replace("  s     S", "  s     Old");
        assertThat(drift(SCHEMA, actual, "ALTER TYPE \"Old\" RENAME TO \"S\"")).isEmpty();
    }

    @Test
    void an_extension_is_pending_when_it_comes() {
        String expected = SCHEMA.replace("url ", "extensions = [citext]\n  url ")
                + "generator client {\n  provider = \"prisma-client-js\"\n  previewFeatures = [\"postgresqlExtensions\"]\n}\n";
        assertThat(drift(expected, SCHEMA, "")).containsExactly("missing extension citext");
        assertThat(drift(expected, SCHEMA, "CREATE EXTENSION IF NOT EXISTS \"citext\""))
                .isEmpty();
    }

    /** The differences that no pending statement explains. */
    private static List<String> drift(String expected, String actual, String script) {
        DatabaseSchema wanted = Schemas.database(expected);
        DatabaseSchema found = Schemas.database(actual);
        PendingChanges changes = PendingChanges.of(List.of(migration(script)), "public", wanted, found);
        List<Difference> differences = new SchemaDiffer(ExpressionComparer.NOBODY_TO_ASK)
                .diff(wanted, found)
                .differences();
        assertThat(differences).isNotEmpty();
        return differences.stream()
                .filter(difference -> changes.explaining(difference).isEmpty())
                .map(PendingChangesTest::words)
                .toList();
    }

    private static Migration migration(String script) {
        return new Migration(
                "1_pending",
                Migration.Author.PRISMA,
                new Script("m/1_pending/migration.sql", script, new Fingerprint("00")));
    }

    private static String words(Difference difference) {
        return difference.verdict().name().toLowerCase(Locale.ROOT) + " "
                + difference.object().kind().words() + " " + difference.object().display()
                + difference.aspect().map(aspect -> " " + aspect).orElse("");
    }

    private static String column(String declaration) {
        return SCHEMA.replace("  n     String", "  " + declaration);
    }

    private static String without(String... lines) {
        String schema = SCHEMA;
        for (String line : lines) {
            assertThat(schema).contains(line + "\n");
            schema = schema.replace(line + "\n", "");
        }
        return schema;
    }
}
