package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.Property;
import dev.schemawatch.prisma.SchemaRules;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes the properties of a datasource or generator one by one. */
final class ConfigReader {
    private final ConfigBlock block;
    private final FindingLog log;
    private final Coercion coercion;
    private final Map<String, Property> open = new LinkedHashMap<>();

    ConfigReader(ConfigBlock block, FindingLog log) {
        this.block = block;
        this.log = log;
        this.coercion = new Coercion(log, SchemaRules.CONFIGURATION, name());
        block.properties().forEach(property -> open.put(property.name().text(), property));
    }

    /** Whether the block is closed and each of its properties has a value; it is not looked at further when not. */
    boolean isComplete() {
        if (!block.closed()) {
            return false;
        }
        Optional<Property> empty = block.properties().stream()
                .filter(property -> property.value().isEmpty())
                .findFirst();
        empty.ifPresent(property -> onBlock(
                "the property " + property.name().text() + " has no value; write one after the =, or remove the line"));
        return empty.isEmpty();
    }

    String name() {
        return block.name().text();
    }

    Coercion coercion() {
        return coercion;
    }

    Optional<Property> take(String key) {
        return Optional.ofNullable(open.remove(key));
    }

    Optional<Expression> value(String key) {
        return take(key).flatMap(Property::value);
    }

    /** What nobody took. */
    Collection<Property> rest() {
        return open.values();
    }

    /** Whether the value is a string, or the name of an environment variable that holds one; reported when it is neither. */
    boolean isTextOrEnv(Expression value) {
        return switch (value) {
            case Expression.Text _ -> true;
            case Expression.Call call when call.name().equals("env") -> isEnv(call);
            case Expression.Call _,
                    Expression.Numeral _,
                    Expression.Constant _,
                    Expression.Array _,
                    Expression.Dictionary _ ->
                coercion.mismatch(value, "a string in double quotes, or env(\"NAME\")")
                        .isPresent();
        };
    }

    private boolean isEnv(Expression.Call call) {
        if (call.arguments().size() != 1) {
            report(call.location(), "env() takes the name of one variable: env(\"NAME\")");
            return false;
        }
        return coercion.text(call.arguments().getFirst().value()).isPresent();
    }

    void onBlock(String message) {
        report(block.location(), message);
    }

    void report(Location.InFile place, String message) {
        log.add(SchemaRules.CONFIGURATION, place, name(), message);
    }
}
