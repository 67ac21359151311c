package dev.schemawatch.prisma.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A relation between two models. */
sealed interface Relation {

    /**
     * One to one or one to many.
     *
     * @param from the model with the foreign key
     * @param to the model that is referred to
     * @param forward the field on {@code from}
     * @param back the field on {@code to}
     */
    record Inline(
            boolean oneToOne,
            ModelDefinition from,
            ModelDefinition to,
            Optional<RelationField> forward,
            Optional<RelationField> back)
            implements Relation {

        static Inline ofBoth(
                boolean oneToOne, ModelDefinition from, ModelDefinition to, RelationField forward, RelationField back) {
            return new Inline(oneToOne, from, to, Optional.of(forward), Optional.of(back));
        }

        /** The fields of the foreign key, if the forward field names them. */
        Optional<List<String>> fields() {
            return forward.flatMap(RelationField::fields);
        }

        /** The fields that are referred to: those named, else those of the first key that is always set. */
        List<String> references() {
            return forward.flatMap(RelationField::references)
                    .orElseGet(() -> to.criteria()
                            .filter(Key::isStrict)
                            .findFirst()
                            .map(Key::fieldNames)
                            .orElse(List.of()));
        }

        /** Both fields, where there are both. */
        boolean isComplete() {
            return forward.isPresent() && back.isPresent();
        }
    }

    /**
     * Many to many without a model between.
     *
     * @param embedded whether the fields name where the keys are stored, as MongoDB wants it
     */
    record ManyToMany(
            boolean embedded, ModelDefinition first, ModelDefinition second, RelationField one, RelationField other)
            implements Relation {

        Stream<RelationField> fields() {
            return Stream.of(one, other);
        }
    }
}
