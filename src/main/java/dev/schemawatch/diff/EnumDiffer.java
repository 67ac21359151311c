package dev.schemawatch.diff;

import static dev.schemawatch.diff.Difference.Weight.BREAKING;
import static dev.schemawatch.diff.Difference.Weight.MINOR;
import static dev.schemawatch.diff.Difference.Weight.NOTABLE;

import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.QualifiedName;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Compares enumerated types by their sets of labels; the order of labels is no difference. */
final class EnumDiffer {

    Stream<Difference> diff(SortedMap<QualifiedName, EnumType> expected, SortedMap<QualifiedName, EnumType> actual) {
        return Match.byKey(expected, actual).stream().flatMap(this::diff);
    }

    private Stream<Difference> diff(Match<EnumType> match) {
        return switch (match) {
            case Match.Missing<EnumType>(EnumType type) ->
                Stream.of(Difference.missing(object(type), BREAKING, text(type.values())));
            case Match.Unexpected<EnumType>(EnumType type) ->
                Stream.of(Difference.unexpected(object(type), MINOR, text(type.values())));
            case Match.Both<EnumType>(Pair<EnumType> types) -> values(types);
        };
    }

    private static Stream<Difference> values(Pair<EnumType> types) {
        List<String> missing = without(types.expected(), types.actual());
        List<String> unexpected = without(types.actual(), types.expected());
        if (missing.isEmpty() && unexpected.isEmpty()) {
            return Stream.empty();
        }
        Difference difference = Difference.different(
                object(types.expected()),
                missing.isEmpty() ? NOTABLE : BREAKING,
                "values",
                types.map(type -> text(type.values())));
        return Stream.of(difference.noting(Stream.of(note("missing", missing), note("unexpected", unexpected))
                .flatMap(note -> note)
                .reduce((left, right) -> left + "; " + right)
                .orElseThrow()));
    }

    private static List<String> without(EnumType type, EnumType other) {
        return type.values().stream()
                .filter(value -> !other.values().contains(value))
                .toList();
    }

    private static Stream<String> note(String adjective, List<String> values) {
        return values.isEmpty() ? Stream.empty() : Stream.of(adjective + ": " + String.join(", ", values));
    }

    private static String text(List<String> values) {
        return "(" + String.join(", ", values) + ")";
    }

    private static SchemaObject object(EnumType type) {
        return SchemaObject.of(ObjectKind.ENUM, type.name());
    }
}
