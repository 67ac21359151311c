package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.ConstraintNames;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Relation.Inline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of constraints in the database and of keys in the client: that they fit, and that each is given once. */
final class ConstraintNameRules {
    private final Context context;
    private final Map<Key, String> names = new IdentityHashMap<>();
    private final Map<Inline, String> foreignKeyNames = new IdentityHashMap<>();

    /** The names that are given more than once anywhere: mostly none, and then nobody need count where. */
    private final Set<String> repeated = new HashSet<>();

    private final Map<Shared, Integer> indexes = new HashMap<>();
    private final Map<Shared, Integer> indexesOfTable = new HashMap<>();
    private final Map<Shared, Integer> constraintsOfTable = new HashMap<>();

    ConstraintNameRules(Context context) {
        this.context = context;
    }

    /** A name and where it must be the only one: in a database schema, or in a table. */
    private record Shared(String kind, Optional<String> scope, String name) {}

    void check(Relations relations) {
        List<Inline> foreignKeys = relations.all().stream()
                .filter(Inline.class::isInstance)
                .map(Inline.class::cast)
                .toList();
        findRepeated(foreignKeys);
        if (context.provider().sharesTableNames()) {
            context.definitions().models().forEach(this::count);
            foreignKeys.stream()
                    .filter(relation -> repeated.contains(name(relation)))
                    .forEach(this::count);
        }
        if (context.provider().sharesIndexNamesOfTable()) {
            context.definitions()
                    .models()
                    .forEach(model -> model.keys().stream()
                            .filter(key -> repeated.contains(name(model, key)))
                            .forEach(key -> count(indexesOfTable, ofIndexes(model, key))));
        }
        for (ModelDefinition model : context.definitions().models()) {
            model.primaryKey().ifPresent(key -> primaryKey(model, key));
            model.keys().forEach(key -> index(model, key));
            model.fields()
                    .forEach(field -> field.defaultValue()
                            .ifPresent(value -> fits(model, value.attribute().location(), value.mappedName())));
            model.relations().stream()
                    .filter(field -> context.can(Provider.Ability.NAMED_FOREIGN_KEYS))
                    .forEach(field -> fits(model, field.attributeLocation(), field.mappedName()));
            clientNames(model);
        }
        foreignKeys.forEach(this::foreignKey);
    }

    private void findRepeated(List<Inline> foreignKeys) {
        Set<String> seen = new HashSet<>();
        for (ModelDefinition model : context.definitions().models()) {
            Stream.concat(model.primaryKey().stream(), model.keys().stream())
                    .map(key -> name(model, key))
                    .filter(name -> !seen.add(name))
                    .forEach(repeated::add);
        }
        foreignKeys.stream().map(this::name).filter(name -> !seen.add(name)).forEach(repeated::add);
    }

    private void count(ModelDefinition model) {
        Stream.concat(model.primaryKey().stream(), model.keys().stream())
                .filter(key -> repeated.contains(name(model, key)))
                .forEach(key -> {
                    count(indexes, ofNamespace(model, name(model, key)));
                    count(constraintsOfTable, ofTable(model, name(model, key)));
                });
    }

    /** A relation that only its list declares counts for the model of the list, as in Prisma. */
    private void count(Inline relation) {
        ModelDefinition declaring = relation.forward().isPresent() ? relation.from() : relation.to();
        count(constraintsOfTable, ofTable(declaring, name(relation)));
    }

    private static void count(Map<Shared, Integer> names, Shared name) {
        names.merge(name, 1, Integer::sum);
    }

    private static Shared ofNamespace(ModelDefinition model, String name) {
        return new Shared("primary key or index of the database schema", model.namespaceName(), name);
    }

    private static Shared ofTable(ModelDefinition model, String name) {
        return new Shared("constraint of the table", Optional.of(model.name()), name);
    }

    private Shared ofIndexes(ModelDefinition model, Key key) {
        return new Shared("index of the table", Optional.of(model.name()), name(model, key));
    }

    private void primaryKey(ModelDefinition model, Key key) {
        fits(model, key.location(), key.mappedName());
        if (!repeated.contains(name(model, key))) {
            return;
        }
        if (context.provider().sharesIndexNames()) {
            isGivenOnce(indexes, ofNamespace(model, name(model, key)), model, key.location("map"));
        }
        if (context.provider().sharesTableNames()) {
            isGivenOnce(constraintsOfTable, ofTable(model, name(model, key)), model, key.location("map"));
        }
    }

    private void index(ModelDefinition model, Key key) {
        fits(model, key.location(), key.mappedName());
        if (!repeated.contains(name(model, key))) {
            return;
        }
        Location.InFile place =
                key.attribute().argument("map").isPresent() ? key.location("map") : key.location("name");
        if (context.provider().sharesIndexNames()) {
            isGivenOnce(indexes, ofNamespace(model, name(model, key)), model, place);
        }
        if (context.provider().sharesIndexNamesOfTable()) {
            isGivenOnce(indexesOfTable, ofIndexes(model, key), model, place);
        }
    }

    private void foreignKey(Inline relation) {
        if (context.provider().sharesTableNames() && repeated.contains(name(relation))) {
            Location.InFile place = relation.forward()
                    .map(field -> field.argumentLocation("map"))
                    .orElse(relation.to().location());
            isGivenOnce(constraintsOfTable, ofTable(relation.from(), name(relation)), relation.from(), place);
        }
    }

    private void isGivenOnce(Map<Shared, Integer> names, Shared name, ModelDefinition model, Location.InFile place) {
        if (names.getOrDefault(name, 0) > 1) {
            context.report(
                    SchemaRules.CONSTRAINT_NAME,
                    place,
                    model.name(),
                    "another " + name.kind() + " has the name " + name.name()
                            + " already; add map: \"…\" to one of them");
        }
    }

    private void fits(ModelDefinition model, Location.InFile place, Optional<String> name) {
        int most = context.provider().nameBytes();
        if (name.filter(text -> ConstraintNames.utf8Length(text) > most).isPresent()) {
            context.report(
                    SchemaRules.CONSTRAINT_NAME,
                    place,
                    model.name(),
                    "a name has at most " + most + " bytes in the database; shorten it");
        }
    }

    private String name(ModelDefinition model, Key key) {
        return names.computeIfAbsent(key, _ -> nameOf(model, key));
    }

    private static String nameOf(ModelDefinition model, Key key) {
        return key.mappedName().orElseGet(() -> switch (key.kind()) {
            case ID -> ConstraintNames.primaryKey(model.databaseName());
            case UNIQUE -> ConstraintNames.unique(model.databaseName(), columns(model, key.fieldNames()));
            case INDEX, FULLTEXT -> ConstraintNames.index(model.databaseName(), columns(model, key.fieldNames()));
        });
    }

    private String name(Inline relation) {
        return foreignKeyNames.computeIfAbsent(relation, ConstraintNameRules::nameOf);
    }

    private static String nameOf(Inline relation) {
        return relation.forward()
                .flatMap(RelationField::mappedName)
                .orElseGet(() -> ConstraintNames.foreignKey(
                        relation.from().databaseName(),
                        columns(relation.from(), relation.fields().orElse(List.of()))));
    }

    private static List<String> columns(ModelDefinition model, List<String> fields) {
        return fields.stream()
                .map(name -> model.field(name).map(ScalarField::databaseName).orElse(name))
                .toList();
    }

    /** The client addresses compound keys by {@code name:}, beside the fields. */
    private void clientNames(ModelDefinition model) {
        List<Key> named = Stream.concat(model.primaryKey().stream(), model.keys().stream())
                .filter(key -> key.clientName().isPresent())
                .toList();
        for (Key key : named) {
            String name = key.clientName().orElseThrow();
            boolean twice = named.stream()
                    .anyMatch(other -> other != key && other.clientName().equals(key.clientName()));
            if (twice) {
                context.report(
                        SchemaRules.CONSTRAINT_NAME,
                        key.location("name"),
                        model.name(),
                        "another key of this model has the name " + name + " already; choose another one");
            }
        }
        named.stream()
                .map(key -> new ClientName(key.written(), key.clientName().orElseThrow()))
                .distinct()
                .filter(key -> model.block().fields().stream()
                        .anyMatch(field -> field.name().text().equals(key.name())))
                .forEach(key -> context.report(
                        SchemaRules.CONSTRAINT_NAME,
                        model.location(),
                        model.name(),
                        "the name " + key.name() + " of " + key.attribute()
                                + " is that of a field; choose another one"));
    }

    private record ClientName(String attribute, String name) {}
}
