package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.Difference.Weight;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.SqlStatement;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.workspace.Fingerprint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PendingChangesTest {
    private static final QualifiedName BOOKING = new QualifiedName("public", "Booking");
    private static final DatabaseSchema SCHEMA = Schemas.database(Schemas.TENANT_AND_BOOKING);

    @Test
    void a_statement_that_mentions_table_and_column_explains_the_column() {
        SchemaObject column = SchemaObject.of(ObjectKind.COLUMN, BOOKING, "status");
        assertThat(explaining(column, "ALTER TABLE \"Booking\" ADD COLUMN \"status\" TEXT"))
                .contains("1_pending");
        assertThat(explaining(column, "ALTER TABLE \"Booking\" ADD COLUMN \"notes\" TEXT"))
                .isEmpty();
        assertThat(explaining(column, "ALTER TABLE \"Payment\" ADD COLUMN \"status\" TEXT"))
                .isEmpty();
    }

    @Test
    void table_and_column_in_different_statements_explain_nothing() {
        SchemaObject column = SchemaObject.of(ObjectKind.COLUMN, BOOKING, "status");
        assertThat(explaining(
                        column, "ALTER TABLE \"Booking\" ADD \"a\" INT; ALTER TABLE \"Payment\" ADD \"status\" INT"))
                .isEmpty();
    }

    @Test
    void an_index_is_explained_by_its_name_alone() {
        SchemaObject index = SchemaObject.of(ObjectKind.INDEX, BOOKING, "Booking_tenantId_idx");
        assertThat(explaining(index, "ALTER INDEX \"old\" RENAME TO \"Booking_tenantId_idx\""))
                .contains("1_pending");
    }

    @Test
    void an_index_too_many_is_explained_by_a_column_of_it_that_goes() {
        SchemaObject index = SchemaObject.of(ObjectKind.INDEX, BOOKING, "Booking_tenantId_idx");
        assertThat(explaining(Verdict.UNEXPECTED, index, "ALTER TABLE \"Booking\" DROP COLUMN \"tenantId\""))
                .contains("1_pending");
    }

    @Test
    void a_missing_index_is_not_explained_by_a_column_of_it_that_comes() {
        SchemaObject index = SchemaObject.of(ObjectKind.INDEX, BOOKING, "Booking_tenantId_idx");
        assertThat(explaining(index, "CREATE TABLE \"Booking\" (\"tenantId\" TEXT)"))
                .isEmpty();
    }

    @Test
    void a_table_is_not_explained_by_a_foreign_key_that_refers_to_it() {
        SchemaObject table = SchemaObject.of(ObjectKind.TABLE, BOOKING);
        assertThat(explaining(table, "ALTER TABLE \"Payment\" ADD FOREIGN KEY (\"b\") REFERENCES \"Booking\"(\"id\")"))
                .isEmpty();
        assertThat(explaining(table, "CREATE TABLE \"Booking\" ()")).contains("1_pending");
    }

    @Test
    void a_statement_that_writes_rows_explains_nothing() {
        SchemaObject column = SchemaObject.of(ObjectKind.COLUMN, BOOKING, "status");
        assertThat(explaining(column, "UPDATE \"Booking\" SET \"status\" = 'OPEN'"))
                .isEmpty();
    }

    @Test
    void an_enum_is_explained_by_its_name() {
        SchemaObject type = SchemaObject.of(ObjectKind.ENUM, new QualifiedName("public", "Status"));
        assertThat(explaining(type, "ALTER TYPE \"Status\" ADD VALUE 'LATE'")).contains("1_pending");
    }

    private static Optional<String> explaining(SchemaObject object, String script) {
        return explaining(Verdict.MISSING, object, script);
    }

    private static Optional<String> explaining(Verdict verdict, SchemaObject object, String script) {
        Migration pending = new Migration(
                "1_pending",
                "m/1_pending/migration.sql",
                Migration.Author.PRISMA,
                script,
                SqlStatement.split("m/1_pending/migration.sql", script),
                new Fingerprint("00"));
        return PendingChanges.of(List.of(pending), SCHEMA, SCHEMA)
                .explaining(
                        new Difference(object, verdict, Weight.BREAKING, Optional.empty(), "it", "", Optional.empty()));
    }
}
