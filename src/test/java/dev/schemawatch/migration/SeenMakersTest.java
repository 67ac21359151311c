package dev.schemawatch.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.Observed.Made;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.workspace.Fingerprint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenMakersTest {
    private static final MadeObject NOTE = new MadeObject.Column(new SqlName(Optional.empty(), "a"), "note");
    private static final Migration TABLE = migration(1, "CREATE TABLE a (id int);");
    private static final Migration BLOCK =
            migration(2, "SELECT 1;\nDO $$ BEGIN EXECUTE 'ALTER TABLE a ADD ' || 'note text'; END $$;");
    private static final Migration PLAIN = migration(3, "CREATE TABLE b (id int);");

    @Test
    void names_the_statement_that_can_have_made_it() {
        assertThat(line(after(2, made(1, 2, 2), TABLE, BLOCK))).contains(2);
    }

    @Test
    void names_the_file_where_several_statements_can_have_made_it() {
        Migration blocks = migration(2, "DO $$ BEGIN PERFORM f(); END $$;\nDO $$ BEGIN PERFORM g(); END $$;");

        assertThat(line(after(2, made(1, 2, 2), TABLE, blocks))).contains(0);
    }

    @Test
    void what_a_generated_statement_can_have_made_may_be_generated() {
        Migration mixed =
                migration(2, "-- AlterTable\nALTER TABLE a ADD b int CHECK (b > 0);\n\nINSERT INTO log SELECT f();");
        MadeObject check = new MadeObject.Part(new SqlName(Optional.empty(), "a"), PartKind.CHECK, "other");
        Observations seen = seen(new Observed(2, List.of(new Made(check, 1, 2, 2))));

        assertThat(SeenMakers.after(seen, "public", false, List.of(TABLE, mixed))
                        .of(check))
                .get()
                .extracting(Origin::generated)
                .isEqualTo(true);
    }

    @Test
    void knows_what_later_scripts_certainly_left_alone() {
        assertThat(line(after(2, made(1, 2, 2), TABLE, BLOCK, PLAIN))).contains(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE a DROP COLUMN NOTE;",
                "ALTER TABLE a DROP COLUMN b;",
                "ALTER TABLE a RENAME TO c;",
                "ALTER TABLE a SET SCHEMA s;",
                "DROP TABLE a;",
                "DROP SCHEMA public CASCADE;",
                "ALTER SCHEMA public RENAME TO other;"
            })
    void knows_nothing_of_what_a_later_script_may_have_changed(String script) {
        assertThat(line(after(2, made(1, 2, 2), TABLE, BLOCK, migration(3, script))))
                .isEmpty();
    }

    @Test
    void knows_nothing_where_a_later_script_may_do_anything() {
        Migration opaque = migration(3, "SELECT f();");

        assertThat(line(after(2, made(1, 2, 2), TABLE, BLOCK, opaque))).isEmpty();
    }

    @Test
    void what_was_gone_in_the_end_was_there_before() {
        Migration drop = migration(3, "ALTER TABLE a DROP COLUMN note;");
        Observations seen = seen(new Observed(3, List.of(made(1, 2, 2))));
        List<Migration> all = List.of(TABLE, BLOCK, drop);

        assertThat(line(SeenMakers.after(seen, "public", false, all))).isEmpty();
        assertThat(line(SeenMakers.before(drop, seen, "public", false, all))).contains(2);
    }

    @Test
    void what_comes_later_was_not_there_before() {
        Observations seen = seen(new Observed(3, List.of(made(2, 3, 3))));

        assertThat(line(SeenMakers.before(PLAIN, seen, "public", false, List.of(TABLE, PLAIN, BLOCK))))
                .isEmpty();
    }

    @Test
    void a_script_of_people_may_have_run_before() {
        Migration script = new Migration("01_note", Author.HAND, BLOCK.file());
        Observations seen = seen(new Observed(3, List.of(made(2, 3, 3))));

        assertThat(line(SeenMakers.before(PLAIN, seen, "public", false, List.of(TABLE, PLAIN, script))))
                .contains(2);
    }

    @Test
    void nobody_looks_where_the_scripts_say_all() {
        Observations never = (_, _, _) -> {
            throw new AssertionError("nobody has to look");
        };

        assertThat(SeenMakers.after(never, "public", false, List.of(TABLE, PLAIN))
                        .all())
                .isEmpty();
    }

    private static SeenMakers after(int applied, Made made, Migration... migrations) {
        return SeenMakers.after(seen(new Observed(applied, List.of(made))), "public", false, List.of(migrations));
    }

    private static Observations seen(Observed observed) {
        return (_, _, migrations) -> Optional.of(observed).filter(known -> known.applied() <= migrations.size());
    }

    private static Made made(int by, int since, int until) {
        return new Made(NOTE, by, since, until);
    }

    private static Optional<Integer> line(SeenMakers makers) {
        return makers.of(NOTE).map(origin -> origin.location().line());
    }

    private static Migration migration(int number, String sql) {
        String path = "m/" + number + "/migration.sql";
        return new Migration(number + "_m", Author.PRISMA, new Script(path, sql, Fingerprint.of(sql)));
    }
}
