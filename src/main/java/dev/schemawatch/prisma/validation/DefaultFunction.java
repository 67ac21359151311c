package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.ScalarType;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** The functions that {@code @default} takes in every database. Facts: Prisma 6.19. */
enum DefaultFunction {
    AUTOINCREMENT("autoincrement", Set.of(ScalarType.INT, ScalarType.BIG_INT)),
    AUTO("auto", Set.of(ScalarType.values())),
    CUID("cuid", Set.of(ScalarType.STRING)),
    NANOID("nanoid", Set.of(ScalarType.STRING)),
    NOW("now", Set.of(ScalarType.DATE_TIME)),
    ULID("ulid", Set.of(ScalarType.STRING)),
    UUID("uuid", Set.of(ScalarType.STRING));

    private final String word;
    private final Set<ScalarType> types;

    DefaultFunction(String word, Set<ScalarType> types) {
        this.word = word;
        this.types = types;
    }

    static Optional<DefaultFunction> of(String word) {
        return Stream.of(values())
                .filter(function -> function.word.equals(word))
                .findFirst();
    }

    /** What to say of a function that is none of them. */
    static String unknown(Expression.Call call) {
        return call.name() + "() is no function that Prisma knows in @default; for one of the database write"
                + " dbgenerated(\"…\")";
    }

    /** What is wrong with {@code dbgenerated(…)}, which fits every type. */
    static Optional<String> dbgenerated(Expression.Call call) {
        boolean plain = call.arguments().isEmpty();
        boolean fine = call.arguments().size() == 1
                && call.arguments()
                        .getFirst()
                        .value()
                        .asText()
                        .filter(sql -> !sql.isEmpty())
                        .isPresent();
        return plain || fine
                ? Optional.empty()
                : Optional.of("dbgenerated() takes the expression as one string that is not empty: dbgenerated(\"…\")");
    }

    /** What is wrong with a call of this function as the default of that type. */
    Optional<String> misuse(Expression.Call call, ScalarType type) {
        if (!types.contains(type)) {
            return Optional.of(word + "() yields no value of the type " + type.keyword());
        }
        return switch (this) {
            case AUTOINCREMENT, AUTO, NOW, ULID ->
                call.arguments().isEmpty() ? Optional.empty() : Optional.of(word + "() takes no argument");
            case CUID -> oneNumber(call, "1 or 2", number -> number == 1 || number == 2);
            case NANOID -> oneNumber(call, "from 2 to 255", number -> number >= 2 && number <= 255);
            case UUID -> oneNumber(call, "4 or 7", number -> number == 4 || number == 7);
        };
    }

    private Optional<String> oneNumber(Expression.Call call, String range, LongPredicate allowed) {
        boolean fine = call.arguments().isEmpty()
                || call.arguments().size() == 1
                        && call.arguments().getFirst().value() instanceof Expression.Numeral numeral
                        && Coercion.isLong(numeral.value())
                        && allowed.test(Long.parseLong(numeral.value()));
        return fine ? Optional.empty() : Optional.of(word + "() takes no argument, or one number " + range);
    }
}
