package dev.schemawatch.plan;

import static java.util.stream.Collectors.joining;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Objects as PostgreSQL's SQL. All names are quoted and qualified, so that no search path and no keyword changes their meaning. */
final class PostgresRenderer {
    private static final Map<String, String> SERIALS =
            Map.of("smallint", "SMALLSERIAL", "integer", "SERIAL", "bigint", "BIGSERIAL");

    /** What else an author may write, as {@code now() AT TIME ZONE 'utc'}, is no default without them in PostgreSQL's grammar. */
    private static final Pattern NEEDS_NO_PARENTHESES = Pattern.compile("[\\w.]+(?:\\(\\))?|'[^']*+'");

    private PostgresRenderer() {}

    /** An identifier; one with characters that are not to be printed is written with escapes (PostgreSQL manual, 4.1.2.3). */
    static String name(String name) {
        return isPlain(name) ? quoted(name) : "U&\"" + escaped(name, '"') + '"';
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String name(QualifiedName name) {
        return name.schema().isEmpty() ? name(name.name()) : name(name.schema()) + "." + name(name.name());
    }

    static String names(List<String> names) {
        return names.stream().map(PostgresRenderer::name).collect(joining(", ", "(", ")"));
    }

    /** A string constant that reads the same whatever {@code standard_conforming_strings} is. */
    static String literal(String text) {
        if (!isPlain(text)) {
            return "U&'" + escaped(text, '\'') + "'";
        }
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }

    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        });
    }

    private static String escaped(String text, char quote) {
        return text.codePoints()
                .mapToObj(c -> {
                    String one = Character.toString(c);
                    if (c == '\\' || c == quote) {
                        return one + one;
                    }
                    return isPlain(one) ? one : "\\+%06X".formatted(c);
                })
                .collect(joining());
    }

    static String type(ColumnType type) {
        if (type.schema().isEmpty()) {
            return type.display();
        }
        String modifiers = type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")";
        return name(new QualifiedName(type.schema(), type.name())) + modifiers + (type.list() ? "[]" : "");
    }

    static String createEnum(QualifiedName name, EnumType type) {
        return "CREATE TYPE " + name(name) + " AS ENUM "
                + type.values().stream().map(PostgresRenderer::literal).collect(joining(", ", "(", ")"));
    }

    static String createTable(Table table) {
        Stream<String> columns = table.columns().stream().map(PostgresRenderer::column);
        Stream<String> key = table.primaryKey().stream().map(PostgresRenderer::primaryKey);
        String parts = Stream.concat(columns, key).map(part -> "\n    " + part).collect(joining(","));
        return "CREATE TABLE " + name(table.name()) + " (" + parts + (parts.isEmpty() ? ")" : "\n)");
    }

    /** The column as CREATE TABLE and ADD COLUMN take it; a sequence of its own comes with {@code SERIAL}. */
    static String column(Column column) {
        boolean serial = column.defaultValue() instanceof DefaultValue.NextValue
                && SERIALS.containsKey(column.type().name());
        String type = serial ? SERIALS.getOrDefault(column.type().name(), "") : type(column.type());
        return name(column.name()) + " " + type + (column.nullable() ? "" : " NOT NULL")
                + switch (column.defaultValue()) {
                    case DefaultValue.Identity(boolean always) -> " " + identity(always);
                    case DefaultValue.Generated(var formula) ->
                        " GENERATED ALWAYS AS (" + formula.display() + ") STORED";
                    case DefaultValue.NextValue _, DefaultValue.None _, DefaultValue.Unspecified _ -> "";
                    case DefaultValue.Expression _, DefaultValue.Verbatim _ ->
                        expression(column.defaultValue())
                                .map(sql -> " DEFAULT " + sql)
                                .orElse("");
                };
    }

    static String identity(boolean always) {
        return "GENERATED " + (always ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY";
    }

    /** What stands behind DEFAULT; empty when the default is none, or no expression. */
    static Optional<String> expression(DefaultValue value) {
        return switch (value) {
            case DefaultValue.Expression(String sql) -> Optional.of(sql);
            case DefaultValue.Verbatim(String sql) ->
                Optional.of(NEEDS_NO_PARENTHESES.matcher(sql).matches() ? sql : "(" + sql + ")");
            case DefaultValue.NextValue(QualifiedName sequence) -> Optional.of("nextval(" + regclass(sequence) + ")");
            case DefaultValue.None _, DefaultValue.Identity _, DefaultValue.Generated _, DefaultValue.Unspecified _ ->
                Optional.empty();
        };
    }

    /** A relation as a value; what reads it knows quotes, and no escapes. */
    static String regclass(QualifiedName name) {
        return literal(quoted(name.schema()) + "." + quoted(name.name())) + "::regclass";
    }

    static String primaryKey(PrimaryKey key) {
        return "CONSTRAINT " + name(key.name()) + " PRIMARY KEY " + names(key.columns());
    }

    static String foreignKey(ForeignKey key) {
        return "CONSTRAINT " + name(key.name()) + " FOREIGN KEY " + names(key.columns()) + " REFERENCES "
                + name(key.referencedTable()) + " " + names(key.referencedColumns()) + " ON DELETE "
                + key.onDelete().sql() + " ON UPDATE " + key.onUpdate().sql();
    }

    static String createIndex(QualifiedName table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + name(index.name()) + " ON " + name(table)
                + (index.method().equals("btree") ? "" : " USING " + index.method()) + " "
                + index.keys().stream().map(PostgresRenderer::key).collect(joining(", ", "(", ")"))
                + (index.included().isEmpty() ? "" : " INCLUDE " + names(index.included()))
                + (index.nullsDistinct() ? "" : " NULLS NOT DISTINCT")
                + index.predicate()
                        .map(condition -> " WHERE " + condition.display())
                        .orElse("");
    }

    private static String key(Index.Key key) {
        return switch (key) {
            case Index.Key.OfColumn(String column, boolean descending, Optional<String> operatorClass) ->
                name(column) + operatorClass.map(given -> " " + given).orElse("") + (descending ? " DESC" : "");
            case Index.Key.OfExpression(var formula) -> "(" + formula.display() + ")";
        };
    }
}
