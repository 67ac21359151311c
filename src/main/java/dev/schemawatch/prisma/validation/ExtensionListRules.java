package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.validation.Configuration.DatasourceExtension;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code extensions = […]} of a datasource may hold: names, with {@code map:}, {@code schema:} and {@code version:}. */
final class ExtensionListRules {
    private static final Set<String> KEYS = Set.of("map", "schema", "version");

    private final ConfigReader reader;

    ExtensionListRules(ConfigReader reader) {
        this.reader = reader;
    }

    List<DatasourceExtension> check(Expression list) {
        Optional<List<Expression>> elements = reader.coercion().list(list, this::nameOrCall);
        return elements.stream().flatMap(List::stream).map(this::extension).toList();
    }

    private Optional<Expression> nameOrCall(Expression value) {
        return switch (value) {
            case Expression.Constant _, Expression.Call _ -> Optional.of(value);
            case Expression.Text _, Expression.Numeral _, Expression.Array _, Expression.Dictionary _ ->
                reader.coercion().mismatch(value, "the name of an extension, without quotes");
        };
    }

    private DatasourceExtension extension(Expression value) {
        if (!(value instanceof Expression.Call call)) {
            return new DatasourceExtension(value.asConstant().orElseThrow(), value.location());
        }
        Set<String> seen = new HashSet<>();
        for (Argument argument : call.arguments()) {
            String key = argument.name().map(name -> name.text()).orElse("");
            if (key.isEmpty()) {
                reader.report(argument.location(), "write the value with its key: map:, schema: or version:");
            } else if (!seen.add(key)) {
                reader.report(argument.location(), "the argument " + key + " is given twice; keep one of them");
            } else {
                argument(argument, key);
            }
        }
        return new DatasourceExtension(call.name(), call.location());
    }

    private void argument(Argument argument, String key) {
        boolean isText = reader.coercion().text(argument.value()).isPresent();
        if (!KEYS.contains(key)) {
            reader.report(argument.location(), "an extension has no " + key + ":; it has map:, schema: and version:");
        } else if (!isText) {
            reader.report(argument.location(), key + ": must be a string in double quotes");
        }
    }
}
