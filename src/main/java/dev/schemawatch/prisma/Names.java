package dev.schemawatch.prisma;

import dev.schemawatch.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in the database the models and enums of a schema are. */
final class Names {
    private final Map<String, Model> models = new HashMap<>();
    private final Map<String, Map<String, Field>> fields = new HashMap<>();
    private final Map<String, PrismaEnum> enums = new HashMap<>();
    private final Map<String, Map<String, String>> labels = new HashMap<>();
    private final String defaultNamespace;

    Names(PrismaSchema schema, String defaultNamespace) {
        this.defaultNamespace = defaultNamespace;
        for (Model model : schema.models()) {
            models.put(model.name(), model);
            Map<String, Field> byName = fields.computeIfAbsent(model.name(), _ -> new HashMap<>());
            model.fields().forEach(field -> byName.put(field.name(), field));
        }
        for (PrismaEnum enumeration : schema.enums()) {
            enums.put(enumeration.name(), enumeration);
            Map<String, String> byName = labels.computeIfAbsent(enumeration.name(), _ -> new HashMap<>());
            enumeration.values().forEach(value -> byName.put(value.name(), value.databaseName()));
        }
    }

    Optional<Model> model(String name) {
        return Optional.ofNullable(models.get(name));
    }

    QualifiedName table(Model model) {
        return name(model.namespace(), model.databaseName());
    }

    QualifiedName enumeration(PrismaEnum enumeration) {
        return name(enumeration.namespace(), enumeration.databaseName());
    }

    Optional<QualifiedName> enumeration(String name) {
        return Optional.ofNullable(enums.get(name)).map(this::enumeration);
    }

    Optional<Field> field(Model model, String name) {
        return Optional.ofNullable(fields.getOrDefault(model.name(), Map.of()).get(name));
    }

    /** The label in the database of an enum's value. */
    Optional<String> label(String enumeration, String value) {
        return Optional.ofNullable(labels.getOrDefault(enumeration, Map.of()).get(value));
    }

    /** The columns of some of a model's fields, in their order; names that are no fields are left out. */
    List<String> columns(Model model, List<String> fieldNames) {
        return fieldNames.stream()
                .flatMap(name -> field(model, name).stream())
                .map(field -> ConstraintNames.identifier(field.databaseName()))
                .toList();
    }

    /** A name as the catalog stores it, in its namespace. */
    QualifiedName name(Optional<String> namespace, String name) {
        return new QualifiedName(namespace.orElse(defaultNamespace), ConstraintNames.identifier(name));
    }
}
