package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.Arity;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.List;
import java.util.Optional;

/**
 * A field whose type is a model or view, with what its attributes say.
 *
 * @param other the model or view that it refers to
 * @param fields of {@code @relation}; missing is not the same as empty
 */
record RelationField(
        ModelBlock model,
        FieldNode node,
        ModelBlock other,
        Optional<Attribute> attribute,
        Optional<String> name,
        Optional<List<String>> fields,
        Optional<List<String>> references,
        Optional<Action> onDelete,
        Optional<Action> onUpdate,
        Optional<String> mappedName,
        boolean ignored) {

    /** A referential action and its place. */
    record Action(Kind kind, Location.InFile location) {
        /** What happens to the rows that refer. */
        enum Kind {
            CASCADE("Cascade"),
            RESTRICT("Restrict"),
            NO_ACTION("NoAction"),
            SET_NULL("SetNull"),
            SET_DEFAULT("SetDefault");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            /** As the schema writes it. */
            String word() {
                return word;
            }
        }
    }

    String fieldName() {
        return node.name().text();
    }

    /** {@code Model.field}. */
    String subject() {
        return model.name().text() + "." + fieldName();
    }

    Location.InFile location() {
        return node.location();
    }

    /** Where {@code @relation} stands, or else the whole field. */
    Location.InFile attributeLocation() {
        return attribute.map(Attribute::location).orElse(location());
    }

    /** Where that argument of {@code @relation} stands, or else the whole field. */
    Location.InFile argumentLocation(String key) {
        return attribute
                .flatMap(present -> present.argument(key))
                .map(argument -> argument.location())
                .orElse(location());
    }

    boolean isList() {
        return node.arity() == Arity.LIST;
    }

    boolean isRequired() {
        return node.arity() == Arity.REQUIRED;
    }

    boolean isOptional() {
        return node.arity() == Arity.OPTIONAL;
    }

    boolean ofOneModel() {
        return model.name().text().equals(other.name().text());
    }

    boolean hasFields() {
        return fields.filter(list -> !list.isEmpty()).isPresent();
    }

    boolean hasReferences() {
        return references.filter(list -> !list.isEmpty()).isPresent();
    }

    boolean hasActions() {
        return onDelete.isPresent() || onUpdate.isPresent();
    }

    /** Whether the relation starts or ends at a view. */
    boolean touchesView() {
        return model.kind() == ModelBlock.Kind.VIEW || other.kind() == ModelBlock.Kind.VIEW;
    }
}
