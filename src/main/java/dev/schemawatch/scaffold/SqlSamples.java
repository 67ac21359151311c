package dev.schemawatch.scaffold;

import dev.schemawatch.prisma.Arity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.Model;
import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.sql.SqlName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names for the statements of the guide, of a table that the repository has, so that they run on its database as they stand.
 * Only plain names are taken: others would have to be escaped for SQL, for literals in SQL, and for Markdown at once.
 */
record SqlSamples(PrismaSchema schema) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,40}");
    private static final Set<ScalarType> ORDERED =
            Set.of(ScalarType.STRING, ScalarType.INT, ScalarType.BIG_INT, ScalarType.DATE_TIME, ScalarType.BOOLEAN);
    private static final String NEW_COLUMN = "importedFrom";

    Map<String, List<String>> values() {
        return schema.models().stream()
                .filter(model -> !model.view() && isPlain(model))
                .filter(model -> columns(model).size() >= 2)
                .max(Comparator.comparingInt(model -> columns(model).size()))
                .map(SqlSamples::values)
                .orElseGet(() -> values("Example", Optional.empty(), "Example", List.of("groupId", "name"), "name"));
    }

    private static Map<String, List<String>> values(Model model) {
        List<Field> columns = columns(model);
        List<String> first = columns.stream().limit(2).map(Field::databaseName).toList();
        String optional = columns.stream()
                .filter(field -> field.arity() == Arity.OPTIONAL)
                .findFirst()
                .orElse(columns.getLast())
                .databaseName();
        return values(model.name(), model.namespace(), model.databaseName(), first, optional);
    }

    private static Map<String, List<String>> values(
            String model, Optional<String> namespace, String table, List<String> columns, String optional) {
        SqlName name = new SqlName(namespace, table);
        return Map.of(
                "model", List.of(model),
                "table", List.of(name.sql()),
                "table-name", List.of(table),
                "namespace",
                        namespace.map(text -> "'" + text + "'").or(() -> Optional.of("current_schema()")).stream()
                                .toList(),
                "enum", List.of(name.sibling(model + "Channel").sql()),
                "enum-name", List.of(model + "Channel"),
                "columns", List.of(columns.stream().map(SqlName::quote).collect(Collectors.joining(", "))),
                "fields", List.of(String.join("_", columns)),
                "optional", List.of(SqlName.quote(optional)),
                "new-column", List.of(SqlName.quote(NEW_COLUMN)));
    }

    private static boolean isPlain(Model model) {
        return PLAIN.matcher(model.databaseName()).matches()
                && PLAIN.matcher(model.name()).matches()
                && model.namespace()
                        .map(PLAIN::matcher)
                        .map(matcher -> matcher.matches())
                        .orElse(true);
    }

    /** Columns that an index can hold; those without which no row is found come first, as the schema has them. */
    private static List<Field> columns(Model model) {
        return model.fields().stream()
                .filter(field -> field.type() instanceof FieldType.Scalar(ScalarType type) && ORDERED.contains(type))
                .filter(field -> field.arity() != Arity.LIST)
                .filter(field -> PLAIN.matcher(field.databaseName()).matches())
                .filter(field -> !isKey(model, field))
                .toList();
    }

    private static boolean isKey(Model model, Field field) {
        return model.primaryKey()
                .filter(key -> key.fieldNames().equals(List.of(field.name())))
                .isPresent();
    }
}
