package dev.schemawatch.prisma;

import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.QualifiedName;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns {@code @default} into what Prisma's migration writes behind DEFAULT. */
final class DefaultLowering {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Names names;
    private final PostgresTypes types;

    DefaultLowering(Names names, PostgresTypes types) {
        this.names = names;
        this.types = types;
    }

    DefaultValue of(Field field, QualifiedName table) {
        return field.defaultValue().map(value -> lower(value, field, table)).orElseGet(DefaultValue.None::new);
    }

    private DefaultValue lower(FieldDefault value, Field field, QualifiedName table) {
        return switch (value) {
            case FieldDefault.AutoIncrement() ->
                new DefaultValue.NextValue(new QualifiedName(
                        table.schema(), ConstraintNames.sequence(table.name(), field.databaseName())));
            case FieldDefault.Now() -> new DefaultValue.Expression("CURRENT_TIMESTAMP");
            case FieldDefault.DbGenerated(var sql) ->
                sql.<DefaultValue>map(DefaultValue.Verbatim::new).orElseGet(DefaultValue.Unspecified::new);
            case FieldDefault.ClientGenerated _ -> new DefaultValue.None();
            case FieldDefault.ListOf(var values) -> new DefaultValue.Expression(array(values, field));
            case FieldDefault.Text _, FieldDefault.Numeral _, FieldDefault.Bool _, FieldDefault.EnumValue _ ->
                new DefaultValue.Expression(constant(value, field));
        };
    }

    /** A constant of the field's type, in SQL. */
    String constant(FieldDefault value, Field field) {
        return switch (value) {
            case FieldDefault.Text(String text) -> Sql.literal(text(text, field.type()));
            case FieldDefault.Numeral(String digits) -> digits;
            case FieldDefault.Bool(boolean bool) -> String.valueOf(bool);
            case FieldDefault.EnumValue(String name) -> Sql.literal(label(name, field.type()));
            case FieldDefault.ListOf(var values) -> array(values, field);
            case FieldDefault.Now _,
                    FieldDefault.AutoIncrement _,
                    FieldDefault.DbGenerated _,
                    FieldDefault.ClientGenerated _ -> "NULL";
        };
    }

    private String array(List<FieldDefault> values, Field field) {
        String elements = values.stream().map(value -> constant(value, field)).collect(Collectors.joining(", "));
        String type = types.element(field).map(this::typeName).orElse("text");
        return "ARRAY[" + elements + "]::" + type + "[]";
    }

    private String typeName(ColumnType type) {
        return type.schema().isEmpty() ? type.display() : Sql.identifier(new QualifiedName(type.schema(), type.name()));
    }

    private String text(String text, FieldType type) {
        if (type instanceof FieldType.Scalar(ScalarType scalar)) {
            return switch (scalar) {
                case DATE_TIME -> dateTime(text);
                case BYTES -> bytes(text);
                case STRING, BOOLEAN, INT, BIG_INT, FLOAT, DECIMAL, JSON -> text;
            };
        }
        return text;
    }

    private String label(String value, FieldType type) {
        return type instanceof FieldType.EnumRef(String enumeration)
                ? names.label(enumeration, value).orElse(value)
                : value;
    }

    /** RFC 3339 as Prisma writes it to SQL: {@code 2020-01-02 03:04:05.678 +00:00}. */
    private static String dateTime(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            return moment.toLocalDate() + " " + moment.toLocalTime().format(TIME) + fraction(moment.getNano()) + " "
                    + (moment.getOffset().equals(ZoneOffset.UTC)
                            ? "+00:00"
                            : moment.getOffset().getId());
        } catch (DateTimeParseException notRfc3339) {
            return text;
        }
    }

    private static String fraction(int nanos) {
        if (nanos == 0) {
            return "";
        }
        String digits = String.format(Locale.ROOT, "%09d", nanos);
        int length = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        return "." + digits.substring(0, length);
    }

    /** Base 64 as PostgreSQL's hexadecimal notation. */
    private static String bytes(String text) {
        try {
            return "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
