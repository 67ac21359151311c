package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one model, view or composite type with their types; found by name, the last one of two. */
final class FieldTable {
    private final ModelBlock block;
    private final List<TypedField> fields;
    private final Map<String, TypedField> byName = new HashMap<>();

    FieldTable(ModelBlock block, List<TypedField> fields) {
        this.block = block;
        this.fields = List.copyOf(fields);
        fields.forEach(field -> byName.put(field.name(), field));
    }

    ModelBlock block() {
        return block;
    }

    Collection<TypedField> fields() {
        return fields;
    }

    Optional<TypedField> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
