package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model or view with what its attributes say.
 *
 * @param keys unique constraints and indexes, those on fields first
 * @param namespace the value of {@code @@schema}
 */
record ModelDefinition(
        ModelBlock block,
        List<ScalarField> fields,
        List<RelationField> relations,
        Optional<Key> primaryKey,
        List<Key> keys,
        boolean ignored,
        Optional<String> mappedName,
        Optional<Expression.Text> namespace) {

    ModelDefinition {
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
        keys = List.copyOf(keys);
    }

    String name() {
        return block.name().text();
    }

    Location.InFile location() {
        return block.location();
    }

    /** {@code model} or {@code view}. */
    String kind() {
        return isView() ? "view" : "model";
    }

    boolean isView() {
        return block.kind() == ModelBlock.Kind.VIEW;
    }

    String databaseName() {
        return mappedName.orElse(name());
    }

    Optional<String> namespaceName() {
        return namespace.map(Expression.Text::value);
    }

    /** The primary key and the unique constraints. */
    Stream<Key> criteria() {
        return Stream.concat(primaryKey.stream(), keys.stream().filter(Key::isUnique));
    }

    Optional<ScalarField> field(String name) {
        for (ScalarField field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** {@code Model.field}. */
    String subject(String field) {
        return name() + "." + field;
    }
}
