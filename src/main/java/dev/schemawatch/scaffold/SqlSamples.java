package dev.schemawatch.scaffold;

import dev.schemawatch.prisma.Arity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.Model;
import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.sql.SqlName;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names for the statements of the guide, of a table that the repository has, so that they run on its database as they stand: each
 * quoted for the place where the template has it. A name that could end a line is not taken. Without a table, that of an example.
 */
record SqlSamples(PrismaSchema schema) {
    /** Fits on a line within a block of Markdown. */
    private static final Pattern USABLE = Pattern.compile("[^\\p{Cntrl}`]+");

    private static final Set<ScalarType> ORDERED =
            Set.of(ScalarType.STRING, ScalarType.INT, ScalarType.BIG_INT, ScalarType.DATE_TIME, ScalarType.BOOLEAN);
    private static final int MOST_BYTES = 50;
    private static final String NEW_COLUMN = "importedFrom";

    Map<String, List<String>> values() {
        return schema.models().stream()
                .filter(model -> !model.view() && isUsable(model))
                .filter(model -> columns(model).size() >= 2)
                .max(Comparator.comparingInt(model -> columns(model).size()))
                .map(SqlSamples::values)
                .orElseGet(SqlSamples::example);
    }

    private static Map<String, List<String>> example() {
        Map<String, List<String>> values =
                new HashMap<>(values("Example", Optional.empty(), "Example", List.of("groupId", "name"), "name"));
        values.put(
                "example",
                List.of("CREATE TABLE IF NOT EXISTS \"Example\""
                        + " (\"id\" integer PRIMARY KEY, \"groupId\" integer, \"name\" text);"));
        return values;
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
        String all = table + "_" + String.join("_", columns);
        String stem = isShort(all) ? all : table;
        return Map.ofEntries(
                Map.entry("model", List.of(model)),
                Map.entry("table", List.of(name.sql())),
                Map.entry("table-literal", List.of(literal(name.sql()))),
                Map.entry(
                        "namespace", List.of(namespace.map(SqlSamples::literal).orElse("current_schema()"))),
                Map.entry("enum", List.of(name.sibling(model + "Channel").sql())),
                Map.entry("enum-literal", List.of(literal(model + "Channel"))),
                Map.entry("index", List.of(SqlName.quote(stem + "_idx"))),
                Map.entry("some-index", List.of(SqlName.quote(stem + "_some_key"))),
                Map.entry("check", List.of(SqlName.quote(table + "_not_blank"))),
                Map.entry("required", List.of(SqlName.quote(table + "_required"))),
                Map.entry("required-literal", List.of(literal(table + "_required"))),
                Map.entry("check-literal", List.of(literal(table + "_not_blank"))),
                Map.entry(
                        "columns", List.of(columns.stream().map(SqlName::quote).collect(Collectors.joining(", ")))),
                Map.entry("optional", List.of(SqlName.quote(optional))),
                Map.entry("tag", List.of(dollarQuote(table, namespace.orElse(""), optional))),
                Map.entry("new-column", List.of(SqlName.quote(NEW_COLUMN))));
    }

    /** A string constant; none of the names has a control character in it. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Leaves room for a suffix within the 63 bytes that PostgreSQL keeps of a name. */
    private static boolean isShort(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** A delimiter of string constants that ends in none of the names. */
    private static String dollarQuote(String... names) {
        return Stream.iterate("$$", tag -> tag.equals("$$") ? "$do$" : tag.replace("do$", "dodo$"))
                .filter(tag -> Stream.of(names).noneMatch(name -> name.contains(tag)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isUsable(Model model) {
        return isShort(model.databaseName())
                && isShort(model.name())
                && USABLE.matcher(model.databaseName()).matches()
                && USABLE.matcher(model.name()).matches()
                && model.namespace()
                        .map(USABLE::matcher)
                        .map(matcher -> matcher.matches())
                        .orElse(true);
    }

    /** Columns that an index can hold; those without which no row is found come first, as the schema has them. */
    private static List<Field> columns(Model model) {
        return model.fields().stream()
                .filter(field -> field.type() instanceof FieldType.Scalar(ScalarType type) && ORDERED.contains(type))
                .filter(field -> field.arity() != Arity.LIST)
                .filter(field -> USABLE.matcher(field.databaseName()).matches())
                .filter(field -> !isKey(model, field))
                .toList();
    }

    private static boolean isKey(Model model, Field field) {
        return model.primaryKey()
                .filter(key -> key.fieldNames().equals(List.of(field.name())))
                .isPresent();
    }
}
