package dev.schemawatch.diff;

import static dev.schemawatch.diff.Difference.Weight.BREAKING;
import static dev.schemawatch.diff.Difference.Weight.NOTABLE;

import dev.schemawatch.schema.Extension;
import dev.schemawatch.schema.QualifiedName;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks for the extensions that the schema declares; others are nobody's business, as in Prisma. */
final class ExtensionDiffer {

    Stream<Difference> diff(SortedMap<String, Extension> expected, SortedMap<String, Extension> actual) {
        return Match.byKey(expected, actual).stream().flatMap(this::diff);
    }

    private Stream<Difference> diff(Match<Extension> match) {
        return switch (match) {
            case Match.Missing<Extension>(Extension extension) ->
                Stream.of(Difference.missing(object(extension), BREAKING, "extension " + extension.name()));
            case Match.Unexpected<Extension> _ -> Stream.empty();
            case Match.Both<Extension>(Pair<Extension> extensions) ->
                Stream.concat(
                        property("schema", extensions, Extension::schema),
                        property("version", extensions, Extension::version));
        };
    }

    /** Only what the author pinned can differ. */
    private static Stream<Difference> property(
            String aspect, Pair<Extension> extensions, Function<Extension, Optional<String>> property) {
        Pair<Optional<String>> values = extensions.map(property);
        if (values.expected().isEmpty() || values.actual().isEmpty() || values.same()) {
            return Stream.empty();
        }
        return Stream.of(Difference.different(
                object(extensions.expected()), NOTABLE, aspect, values.map(value -> value.orElse(""))));
    }

    private static SchemaObject object(Extension extension) {
        return SchemaObject.of(ObjectKind.EXTENSION, new QualifiedName("", extension.name()));
    }
}
