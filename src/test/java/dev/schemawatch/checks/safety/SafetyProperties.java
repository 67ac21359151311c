package dev.schemawatch.checks.safety;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Rollout;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Script;
import dev.schemawatch.migration.SeenMakers;
import dev.schemawatch.workspace.Fingerprint;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SafetyProperties {
    private final List<Check<Rollout>> checks = SafetyChecks.all(CheckSettings.NONE);

    @Property
    void no_migration_makes_a_check_fail(
            @ForAll("scripts") String before,
            @ForAll("scripts") String script,
            @ForAll Migration.Author author,
            @ForAll boolean oneTransaction) {
        LedgerReader ledger = new LedgerReader();
        ledger.add(migration(author, before));
        Rollout rollout = Rollout.of(migration(author, script), ledger.ledger(), SeenMakers.NONE, oneTransaction);
        assertThatCode(() -> checks.forEach(check -> check.inspect(rollout).forEach(_ -> {})))
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(
                        "CREATE TABLE a (id int, b text, c int CHECK (c > 0), CONSTRAINT p PRIMARY KEY (id))",
                        "CREATE TABLE \"%s %d\" (\"%n\" serial)",
                        "CREATE TABLE e ()",
                        "CREATE INDEX ON a (b)",
                        "CREATE UNIQUE INDEX i ON a (lower(b)) WHERE c > 0",
                        "CREATE INDEX CONCURRENTLY j ON a (b, c, d, e)",
                        "DROP INDEX i, j",
                        "DROP INDEX CONCURRENTLY j",
                        "ALTER TABLE a ADD",
                        "ALTER TABLE a ADD COLUMN d text NOT NULL, DROP COLUMN b, RENAME TO f",
                        "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES x, ADD UNIQUE (b), ADD CHECK (b <> ''), ADD PRIMARY KEY (id)",
                        "ALTER TABLE a ADD EXCLUDE USING gist (b WITH &&), ADD UNIQUE USING INDEX i",
                        "ALTER TABLE a ADD COLUMN g int DEFAULT random(), ADD h int GENERATED ALWAYS AS (c) STORED, ADD k serial",
                        "ALTER TABLE a ALTER b TYPE varchar(5) USING b::varchar(5), ALTER c SET NOT NULL, ALTER c DROP NOT NULL",
                        "ALTER TABLE a ATTACH PARTITION e DEFAULT, DETACH PARTITION e",
                        "ALTER TABLE a DISABLE TRIGGER ALL, SET UNLOGGED, VALIDATE CONSTRAINT p",
                        "ALTER TABLE a RENAME COLUMN b TO c",
                        "ALTER TYPE r ADD VALUE 'x'",
                        "ALTER TYPE r RENAME VALUE 'x' TO 'y%s'",
                        "CREATE TYPE r AS ENUM ('x')",
                        "DROP TABLE a, e CASCADE",
                        "DROP TRIGGER t ON a",
                        "CREATE TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION f()",
                        "UPDATE a SET b = 'x', b = 'y'",
                        "DELETE FROM a",
                        "TRUNCATE a, e",
                        "VACUUM FULL",
                        "CLUSTER",
                        "REINDEX SCHEMA s",
                        "REFRESH MATERIALIZED VIEW v",
                        "BEGIN",
                        "COMMIT",
                        "DO $$ BEGIN EXECUTE 'ALTER TABLE a DROP c'; END $$",
                        "/* Warnings: */",
                        "-- CreateIndex\nDROP INDEX i",
                        "INSERT INTO a SELECT 1",
                        "CREATE DOMAIN d AS int CHECK (VALUE > 0)",
                        "\\d 'it''s",
                        "lorem ipsum")
                .list()
                .ofMaxSize(8)
                .map(statements -> String.join(";\n", statements));
    }

    private static Migration migration(Migration.Author author, String sql) {
        return new Migration("1_a", author, new Script("m/1_a.sql", sql, Fingerprint.of(new byte[0])));
    }
}
