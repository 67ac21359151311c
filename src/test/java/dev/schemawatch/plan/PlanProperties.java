package dev.schemawatch.plan;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import dev.schemawatch.support.PostgresFixture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.assertj.core.api.Assertions;

/** Between any two schemas there is a plan that leads from one to the other, also where names need quotes. */
class PlanProperties {
    private static final List<String> NAMES = List.of("User", "order", "it's \"new\"", "Ünï \u202E\t\\", "a b");
    private static final List<String> LABELS = List.of("A", "b", "it's", "\\ \u0007");

    private static final PostgresFixture.Database DATABASE = PostgresFixture.database();

    @AfterContainer
    static void drop() {
        DATABASE.close();
    }

    @Property(tries = 60)
    void a_plan_leads_from_one_schema_to_another(
            @ForAll("schemas") DatabaseSchema one, @ForAll("schemas") DatabaseSchema other) {
        DATABASE.clear();
        RoundTrip.assertMends(one, DATABASE, true);
        Plan plan = RoundTrip.assertMends(other, DATABASE, true);
        Assertions.assertThat(plan.leftOut()).as("what is left out").isEmpty();
    }

    @Property(tries = 20)
    void a_plan_that_may_lose_nothing_can_be_run(
            @ForAll("schemas") DatabaseSchema one, @ForAll("schemas") DatabaseSchema other) {
        DATABASE.clear();
        RoundTrip.assertMends(one, DATABASE, true);
        RoundTrip.assertMends(other, DATABASE, false);
    }

    @Provide
    Arbitrary<DatabaseSchema> schemas() {
        return Arbitraries.randomValue(PlanProperties::schema);
    }

    private static DatabaseSchema schema(Random random) {
        TreeMap<QualifiedName, EnumType> enums = byName(
                Stream.of("Role", "Plan \"x\"")
                        .filter(_ -> random.nextBoolean())
                        .map(name -> new EnumType(name(name), some(LABELS, random)))
                        .filter(type -> !type.values().isEmpty())
                        .toList(),
                EnumType::name);
        List<Table> bare = some(NAMES, random).stream()
                .map(name -> table(name, enums.values(), random))
                .toList();
        TreeMap<QualifiedName, Table> tables = byName(
                bare.stream().map(table -> withForeignKey(table, bare, random)).toList(), Table::name);
        return new DatabaseSchema(
                new TreeSet<>(List.of("public")), tables, enums, new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
    }

    private static Table table(String name, Collection<EnumType> enums, Random random) {
        List<Column> columns = new ArrayList<>();
        boolean serial = random.nextBoolean();
        columns.add(new Column(
                "id",
                ColumnType.of(random.nextBoolean() ? "integer" : "bigint"),
                false,
                serial
                        ? new DefaultValue.NextValue(new QualifiedName("public", name + "_id_seq"))
                        : new DefaultValue.None()));
        for (String column : some(NAMES, random)) {
            columns.add(column(column, enums, random));
        }
        List<Index> indexes = columns.stream()
                .filter(column -> random.nextInt(3) == 0)
                .map(column -> new Index(
                        name + "_" + column.name() + (random.nextInt(4) == 0 ? "_x" : "_idx"),
                        random.nextBoolean(),
                        "btree",
                        List.of(new Index.Key.OfColumn(column.name(), random.nextBoolean(), Optional.empty())),
                        List.of(),
                        Optional.empty(),
                        true,
                        true))
                .toList();
        Optional<PrimaryKey> key =
                Optional.of(new PrimaryKey(name + (random.nextInt(4) == 0 ? "_pk" : "_pkey"), List.of("id")));
        return new Table(name(name), columns, key, indexes, List.of());
    }

    private static Column column(String name, Collection<EnumType> enums, Random random) {
        List<Column> choices = new ArrayList<>(List.of(
                new Column(name, ColumnType.of("text"), random.nextBoolean(), new DefaultValue.Expression("'x'")),
                new Column(name, ColumnType.of("text").asList(), true, new DefaultValue.None()),
                new Column(name, ColumnType.of("integer"), random.nextBoolean(), new DefaultValue.Expression("1")),
                new Column(name, ColumnType.of("boolean"), random.nextBoolean(), new DefaultValue.None()),
                new Column(
                        name, ColumnType.of("character varying", "9"), random.nextBoolean(), new DefaultValue.None())));
        enums.forEach(type -> choices.add(new Column(
                name,
                ColumnType.of(type.name()),
                random.nextBoolean(),
                new DefaultValue.Expression("'" + type.values().getFirst().replace("'", "''") + "'"))));
        return choices.get(random.nextInt(choices.size()));
    }

    /** Its column has the type of what it refers to. */
    private static Table withForeignKey(Table table, List<Table> all, Random random) {
        Table target = all.get(random.nextInt(all.size()));
        if (random.nextInt(3) == 0) {
            return table;
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(new Column("ref", target.columns().getFirst().type(), true, new DefaultValue.None()));
        ForeignKey key = new ForeignKey(
                table.name().name() + (random.nextInt(4) == 0 ? "_fk" : "_fkey"),
                List.of("ref"),
                target.name(),
                List.of("id"),
                random.nextBoolean() ? ForeignKey.Action.CASCADE : ForeignKey.Action.SET_NULL,
                ForeignKey.Action.CASCADE);
        return new Table(table.name(), columns, table.primaryKey(), table.indexes(), List.of(key));
    }

    private static List<String> some(List<String> all, Random random) {
        return all.stream().filter(_ -> random.nextBoolean()).toList();
    }

    private static <T> TreeMap<QualifiedName, T> byName(List<T> all, Function<T, QualifiedName> name) {
        return all.stream().collect(Collectors.toMap(name, one -> one, (one, _) -> one, TreeMap::new));
    }

    private static QualifiedName name(String name) {
        return new QualifiedName("public", name);
    }
}
