package dev.schemawatch.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.migration.MadeObject.Kind;
import dev.schemawatch.migration.MadeObject.Standing;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.support.Corpus;
import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.ScriptOrder;
import dev.schemawatch.workspace.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LedgerTest {

    @Test
    void knows_the_columns_and_parts_of_a_table() {
        LedgerTable table = table("""
                CREATE TABLE a (id int PRIMARY KEY, b text UNIQUE, c int CHECK (c > 0));
                CREATE INDEX ON a (b, c);
                ALTER TABLE a ADD COLUMN d int NOT NULL, ADD CONSTRAINT f FOREIGN KEY (d) REFERENCES x (y) NOT VALID;
                CREATE TRIGGER t BEFORE INSERT ON a EXECUTE FUNCTION f();
                """);
        assertThat(table.columns()).containsOnlyKeys("id", "b", "c", "d");
        assertThat(table.column("id"))
                .get()
                .extracting(LedgerTable.Column::required)
                .isEqualTo(true);
        assertThat(table.parts()).containsOnlyKeys("a_pkey", "a_b_key", "a_c_check", "a_b_c_idx", "f", "t");
        assertThat(table.part("f")).get().extracting(LedgerTable.Part::valid).isEqualTo(false);
    }

    @Test
    void forgets_what_goes_and_follows_what_is_renamed() {
        LedgerTable table = table("""
                CREATE TABLE old (id int, b text, c int);
                CREATE INDEX i ON old (b);
                CREATE INDEX j ON old (c);
                ALTER TABLE old DROP COLUMN b;
                ALTER TABLE old RENAME COLUMN c TO d;
                ALTER INDEX j RENAME TO k;
                ALTER TABLE old RENAME TO a;
                """);
        assertThat(table.columns()).containsOnlyKeys("id", "d");
        assertThat(table.parts()).containsOnlyKeys("k");
    }

    @Test
    void what_an_expression_mentions_follows_its_column_and_goes_with_it() {
        LedgerTable table = table("""
                CREATE TABLE a (id int, b text, c int, CONSTRAINT k CHECK (length(b) < c));
                CREATE INDEX i ON a (lower(b));
                CREATE INDEX j ON a (c) WHERE b IS NULL;
                ALTER TABLE a RENAME COLUMN b TO d;
                CREATE INDEX l ON a ((c::d));
                ALTER TABLE a DROP COLUMN d;
                """);
        assertThat(table.parts()).containsOnlyKeys("l");
    }

    @Test
    void an_index_that_becomes_a_constraint_is_one_thing() {
        LedgerTable table = table(
                "CREATE TABLE a (id int); CREATE UNIQUE INDEX i ON a (id); ALTER TABLE a ADD CONSTRAINT p PRIMARY KEY USING INDEX i;");
        assertThat(table.parts()).containsOnlyKeys("p");
        assertThat(table.part("p")).get().extracting(LedgerTable.Part::kind).isEqualTo(PartKind.PRIMARY_KEY);
    }

    @Test
    void a_table_that_is_dropped_takes_its_parts_along() {
        Ledger ledger = ledger(
                migration(Author.PRISMA, "CREATE TABLE a (id int); CREATE INDEX i ON a (id); DROP TABLE public.a"));
        assertThat(ledger.table(name("a"))).isEmpty();
        assertThat(ledger.owners("i")).isEmpty();
    }

    @Test
    void tells_what_prisma_wrote_from_what_people_wrote() {
        Ledger ledger = ledger(
                migration(Author.PRISMA, """
                        -- CreateTable
                        CREATE TABLE a (id int, b int, CHECK (b > 0));

                        -- CreateIndex
                        CREATE INDEX generated ON a (b);

                        -- CreateIndex
                        CREATE INDEX partial ON a (b) WHERE b > 0;

                        CREATE INDEX added ON a (b);
                        """), migration(Author.HAND, "-- CreateIndex\nCREATE INDEX script ON a (b);"));
        LedgerTable table = ledger.table(name("a")).orElseThrow();
        assertThat(table.parts().entrySet().stream()
                        .filter(part -> part.getValue().origin().generated())
                        .map(Map.Entry::getKey))
                .containsExactly("generated");
        assertThat(table.part("added").orElseThrow().origin().location().line()).isEqualTo(10);
        assertThat(table.column("b").orElseThrow().origin().generated()).isTrue();
    }

    @Test
    void knows_where_what_stands_alone_was_made() {
        Ledger ledger = ledger(migration(Author.PRISMA, """
                CREATE SCHEMA s;
                CREATE EXTENSION citext;
                CREATE TYPE "Role" AS ENUM ('A');
                CREATE VIEW v AS SELECT 1;
                CREATE MATERIALIZED VIEW m AS SELECT 1;
                CREATE SEQUENCE q;
                CREATE TABLE t (id serial);
                """));
        assertThat(line(ledger, Kind.SCHEMA, "s")).contains(1);
        assertThat(line(ledger, Kind.EXTENSION, "citext")).contains(2);
        assertThat(line(ledger, Kind.TYPE, "Role")).contains(3);
        assertThat(line(ledger, Kind.VIEW, "v")).contains(4);
        assertThat(line(ledger, Kind.VIEW, "m")).contains(5);
        assertThat(line(ledger, Kind.SEQUENCE, "q")).contains(6);
        assertThat(line(ledger, Kind.SEQUENCE, "t_id_seq")).contains(7);
        assertThat(line(ledger, Kind.TABLE, "t")).contains(7);
    }

    @Test
    void follows_what_stands_alone() {
        Ledger ledger = ledger(migration(Author.PRISMA, """
                CREATE VIEW v AS SELECT 1;
                CREATE OR REPLACE VIEW v AS SELECT 2;
                CREATE SEQUENCE old;
                ALTER SEQUENCE old RENAME TO q;
                CREATE TYPE gone AS ENUM ('A');
                DROP TYPE gone;
                CREATE SCHEMA s;
                CREATE TABLE s.t (id int);
                ALTER SCHEMA s RENAME TO r;
                CREATE TABLE w (id int);
                ALTER TABLE w SET SCHEMA r;
                """));
        assertThat(line(ledger, Kind.VIEW, "v")).contains(2);
        assertThat(line(ledger, Kind.SEQUENCE, "old")).isEmpty();
        assertThat(line(ledger, Kind.SEQUENCE, "q")).contains(3);
        assertThat(line(ledger, Kind.TYPE, "gone")).isEmpty();
        assertThat(line(ledger, Kind.SCHEMA, "r")).contains(7);
        assertThat(ledger.standing())
                .containsKeys(
                        new Standing(Kind.TABLE, new SqlName(Optional.of("r"), "t")),
                        new Standing(Kind.TABLE, new SqlName(Optional.of("r"), "w")));
    }

    @Test
    void what_is_there_already_is_not_made_again() {
        Ledger ledger = ledger(migration(Author.HAND, """
                CREATE TABLE a (id int);
                CREATE TABLE IF NOT EXISTS a (id int);
                ALTER TABLE a ADD COLUMN IF NOT EXISTS id int;
                CREATE INDEX i ON a (id);
                CREATE INDEX IF NOT EXISTS i ON a (id);
                """));
        assertThat(line(ledger, Kind.TABLE, "a")).contains(1);
        LedgerTable table = ledger.table(name("a")).orElseThrow();
        assertThat(table.column("id").orElseThrow().origin().location().line()).isEqualTo(1);
        assertThat(table.part("i").orElseThrow().origin().location().line()).isEqualTo(4);
    }

    @Test
    void nobody_is_said_to_have_made_a_table_that_is_only_altered() {
        Ledger ledger = ledger(migration(Author.HAND, "ALTER TABLE a ADD COLUMN b int;"));
        assertThat(line(ledger, Kind.TABLE, "a")).isEmpty();
        assertThat(ledger.origin(new MadeObject.Column(name("a"), "b"))).isPresent();
    }

    /** The sum of 820 real migrations is what their own schema says: as many tables as it has models and relations. */
    @Test
    void keeps_the_ledger_of_a_long_history() throws IOException {
        Path folder = Corpus.path("real/trigger.dev/internal-packages/database/prisma/migrations");
        LedgerReader reader = new LedgerReader();
        for (Migration migration : migrations(folder)) {
            reader.add(migration);
        }
        assertThat(reader.ledger().tables()).hasSizeBetween(81, 100);
        assertThat(reader.ledger().table(name("TaskRun")))
                .get()
                .extracting(LedgerTable::columns)
                .satisfies(columns -> assertThat(columns).hasSizeGreaterThan(40).containsKey("friendlyId"));
    }

    private static List<Migration> migrations(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> scripts = Files.walk(folder)) {
            for (Path script :
                    scripts.filter(file -> file.endsWith("migration.sql")).toList()) {
                files.add(new SourceFile(
                        "m/" + folder.relativize(script), SourceFile.Content.of(Files.readAllBytes(script))));
            }
        }
        return MigrationFolder.read(
                        ScriptOrder.PRISMA_FIRST, "m", files, List.of(), file -> MigrationFolder.migration("m", file))
                .migrations();
    }

    private static LedgerTable table(String sql) {
        return ledger(migration(Author.PRISMA, sql)).table(name("a")).orElseThrow();
    }

    private static Ledger ledger(Migration... migrations) {
        return LedgerReader.read(List.of(migrations));
    }

    private static Migration migration(Author author, String sql) {
        return new Migration("1_a", author, new Script("m/1_a.sql", sql, Fingerprint.of(new byte[0])));
    }

    private static Optional<Integer> line(Ledger ledger, Kind kind, String name) {
        return ledger.origin(new Standing(kind, name(name)))
                .map(origin -> origin.location().line());
    }

    private static SqlName name(String name) {
        return new SqlName(Optional.empty(), name);
    }
}
