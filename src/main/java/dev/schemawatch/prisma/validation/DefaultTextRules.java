package dev.schemawatch.prisma.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the text of a default says what its type can hold. */
final class DefaultTextRules {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)"
                    + "(?:\\.\\d+)?(?:[Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)([eE][+-]?\\d+)?");
    private static final Set<String> SEQUENCE_NUMBERS = Set.of("cache", "increment", "minValue", "maxValue", "start");

    private final Context context;

    DefaultTextRules(Context context) {
        this.context = context;
    }

    void check(Expression value, ScalarType type, String subject) {
        switch (value) {
            case Expression.Array array -> array.elements().forEach(element -> check(element, type, subject));
            case Expression.Text text -> {
                if (!isOf(type, text.value())) {
                    report(text, subject, wanted(type));
                }
            }
            case Expression.Numeral number -> {
                boolean integer = type == ScalarType.INT || type == ScalarType.BIG_INT;
                if (integer && !Coercion.isLong(number.value())) {
                    report(number, subject, "this is no whole number of 64 bits");
                }
            }
            case Expression.Call call -> function(call, subject);
            case Expression.Constant _, Expression.Dictionary _ -> {
                // judged with the type of the field
            }
        }
    }

    private static boolean isOf(ScalarType type, String text) {
        return switch (type) {
            case JSON -> isJson(text);
            case BYTES -> isBase64(text);
            case DATE_TIME -> isTime(text);
            case DECIMAL -> DECIMAL.matcher(text).matches();
            case STRING, BOOLEAN, INT, BIG_INT, FLOAT -> true;
        };
    }

    private static String wanted(ScalarType type) {
        return switch (type) {
            case JSON -> "this text is no JSON; write one value of it, with quotes as \\\"";
            case BYTES -> "this text is no base64 with its padding";
            case DATE_TIME -> "this is no date and time with its offset; write it like \"2026-01-31T12:00:00Z\"";
            case DECIMAL -> "this text is no decimal number";
            case STRING, BOOLEAN, INT, BIG_INT, FLOAT -> "";
        };
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return false;
            }
            int depth = 0;
            do {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token.isNumeric() && Double.isInfinite(parser.getDoubleValue())) {
                    return false;
                }
                token = depth == 0 ? null : parser.nextToken();
            } while (token != null);
            return depth == 0 && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(text))
                    .equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return false;
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)), Integer.parseInt(time.group(3)));
            return date.getYear() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void function(Expression.Call call, String subject) {
        boolean known =
                DefaultFunction.of(call.name()).isPresent() || call.name().equals("dbgenerated");
        if (known) {
            return;
        }
        if (context.provider() == Provider.COCKROACHDB && call.name().equals("sequence")) {
            call.arguments().forEach(argument -> sequence(argument, subject));
        } else {
            report(call, subject, DefaultFunction.unknown(call));
        }
    }

    private void sequence(Argument argument, String subject) {
        Coercion coercion = new Coercion(context.log(), SchemaRules.DEFAULT, subject);
        String key = argument.name().map(name -> name.text()).orElse("");
        if (key.equals("virtual")) {
            coercion.bool(argument.value());
        } else if (SEQUENCE_NUMBERS.contains(key)) {
            coercion.integer(argument.value());
        } else {
            context.report(
                    SchemaRules.DEFAULT,
                    argument.location(),
                    subject,
                    "sequence() takes virtual:, cache:, increment:, minValue:, maxValue: and start: only");
        }
    }

    private void report(Expression place, String subject, String message) {
        context.report(SchemaRules.DEFAULT, place.location(), subject, message);
    }
}
