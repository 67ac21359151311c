package dev.schemawatch.diff;

import static dev.schemawatch.diff.Schemas.column;
import static dev.schemawatch.diff.Schemas.foreignKey;
import static dev.schemawatch.diff.Schemas.index;
import static dev.schemawatch.diff.Schemas.key;
import static dev.schemawatch.diff.Schemas.nullable;
import static dev.schemawatch.diff.Schemas.schema;
import static dev.schemawatch.diff.Schemas.table;
import static dev.schemawatch.diff.Schemas.type;
import static dev.schemawatch.diff.Schemas.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold between any two schemas. */
class SchemaDifferProperties {
    private static final SchemaDiffer DIFFER = new SchemaDiffer(ExpressionComparer.NOBODY_TO_ASK);

    @Property
    void a_schema_does_not_differ_from_itself(@ForAll("schemas") DatabaseSchema schema) {
        assertThat(DIFFER.diff(schema, schema).differences()).isEmpty();
    }

    @Property
    void what_is_missing_on_one_side_is_unexpected_from_the_other(
            @ForAll("schemas") DatabaseSchema one, @ForAll("schemas") DatabaseSchema other) {
        assertThat(objects(DIFFER.diff(one, other), Verdict.MISSING))
                .isEqualTo(objects(DIFFER.diff(other, one), Verdict.UNEXPECTED));
    }

    @Property
    void only_equal_schemas_do_not_differ(
            @ForAll("schemas") DatabaseSchema one, @ForAll("schemas") DatabaseSchema other) {
        assertThat(DIFFER.diff(one, other).differences().isEmpty()).isEqualTo(one.equals(other));
    }

    private static Set<SchemaObject> objects(Drift drift, Verdict verdict) {
        return drift.differences().stream()
                .filter(difference -> difference.verdict() == verdict)
                .map(Difference::object)
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<DatabaseSchema> schemas() {
        Arbitrary<List<EnumType>> enums = Arbitraries.of(
                List.of(), List.of(type("Role", "A")), List.of(type("Role", "A", "B"), type("Plan", "FREE")));
        return tables().list()
                .ofMaxSize(3)
                .flatMap(tables -> enums.map(types -> schema(types, tables.toArray(Table[]::new))));
    }

    private static Arbitrary<Table> tables() {
        Arbitrary<Object> parts = Arbitraries.of(
                column("a"),
                nullable(column("b")),
                column("c", ColumnType.of("text")),
                column("d", new DefaultValue.Expression("1")),
                index("x", "a"),
                unique("y", "a"),
                index("z", "a", "b"),
                key("pk", "a"),
                foreignKey("f", "a", "T1"),
                foreignKey("g", "b", "T2"));
        return Arbitraries.of("T1", "T2", "T3")
                .flatMap(name -> parts.set().map(chosen -> table(name, new ArrayList<>(chosen).toArray())));
    }
}
