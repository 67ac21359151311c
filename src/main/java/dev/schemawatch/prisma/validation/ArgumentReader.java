package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.SchemaRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes the arguments of one attribute one by one, and reports those that are given twice, missing or that nobody took. */
final class ArgumentReader {
    private static final String UNNAMED = "";

    private final Attribute attribute;
    private final String sign;
    private final String subject;
    private final FindingLog log;
    private final Coercion coercion;
    private final Map<String, Argument> open = new LinkedHashMap<>();

    ArgumentReader(Attribute attribute, String sign, String subject, FindingLog log) {
        this.attribute = attribute;
        this.sign = sign;
        this.subject = subject;
        this.log = log;
        this.coercion = new Coercion(log, SchemaRules.ATTRIBUTE, subject);
        boolean severalUnnamed = false;
        for (Argument argument : attribute.arguments()) {
            String key = argument.name().map(name -> name.text()).orElse(UNNAMED);
            boolean again = open.put(key, argument) != null;
            severalUnnamed |= again && key.equals(UNNAMED);
            if (again && !key.equals(UNNAMED)) {
                log.add(
                        SchemaRules.ATTRIBUTE,
                        argument.location(),
                        subject,
                        "the argument " + key + " is given twice; keep one of them");
            }
        }
        if (severalUnnamed) {
            report(
                    SchemaRules.ATTRIBUTE,
                    written() + " takes one value without a name; put several into brackets: " + written()
                            + "([a, b])");
        }
    }

    Attribute attribute() {
        return attribute;
    }

    /** The attribute as it is written: {@code @@index}. */
    String written() {
        return sign + attribute.name();
    }

    Location.InFile location() {
        return attribute.location();
    }

    /** Where that argument stands, or else the whole attribute. */
    Location.InFile location(String key) {
        return attribute.argument(key).map(Argument::location).orElse(attribute.location());
    }

    /** A finding on the whole attribute. */
    void report(Rule rule, String message) {
        log.add(rule, attribute.location(), subject, message);
    }

    /** The value of that key. */
    Optional<Expression> optional(String key) {
        return Optional.ofNullable(open.remove(key)).map(Argument::value);
    }

    /** The value of that key, or the one without a key; missing is a fault, and so are both. */
    Optional<Expression> required(String key) {
        boolean none = !open.containsKey(key) && !open.containsKey(UNNAMED);
        if (none) {
            report(SchemaRules.ATTRIBUTE, written() + " lacks its value; write " + written() + "(" + key + ": …)");
        }
        Argument named = open.get(key);
        if (named != null && open.containsKey(UNNAMED)) {
            log.add(
                    SchemaRules.ATTRIBUTE,
                    named.location(),
                    subject,
                    "the argument " + key + " is given by name and without it; keep one of them");
        }
        return keyedOrUnnamed(key);
    }

    /** The value of that key, or the one without a key; nothing when there are both or none. */
    Optional<Expression> keyedOrUnnamed(String key) {
        Optional<Expression> named = optional(key);
        Optional<Expression> unnamed = optional(UNNAMED);
        return named.isPresent() && unnamed.isPresent() ? Optional.empty() : named.or(() -> unnamed);
    }

    /** The string of that key, which must not be empty. */
    Optional<String> name(String key) {
        Optional<String> text = optional(key).flatMap(coercion::text);
        if (text.equals(Optional.of(""))) {
            report(SchemaRules.ATTRIBUTE, key + ": must not be an empty string; write a name or leave it away");
            return Optional.empty();
        }
        return text;
    }

    /** The string of {@code @@schema}, with its place. */
    Optional<Expression.Text> namespace(Coercion strings) {
        return required("map")
                .flatMap(value -> value instanceof Expression.Text text
                        ? Optional.of(text)
                        : strings.<Expression.Text>mismatch(value, "a string in double quotes"));
    }

    /** The word of that key. */
    Optional<String> constant(String key) {
        return optional(key).flatMap(coercion::constant);
    }

    /** The integer of that key. */
    Optional<Long> integer(String key) {
        return optional(key).flatMap(coercion::integer);
    }

    /** The truth value of that key. */
    Optional<Boolean> bool(String key) {
        return optional(key).flatMap(coercion::bool);
    }

    /** {@code sort:}, true for descending. */
    Optional<Boolean> descending() {
        Optional<String> sort = constant("sort");
        return sort.flatMap(word -> switch (word) {
            case "Asc" -> Optional.of(false);
            case "Desc" -> Optional.of(true);
            default -> {
                report(SchemaRules.ATTRIBUTE, "sort: is Asc or Desc, not " + word);
                yield Optional.empty();
            }
        });
    }

    /** Reports what is left. */
    void close() {
        for (Argument argument : open.values()) {
            String key = argument.name().map(name -> name.text() + ":").orElse("a value without a name");
            log.add(
                    SchemaRules.ATTRIBUTE,
                    argument.location(),
                    subject,
                    written() + " does not take " + key + "; remove it");
        }
    }
}
