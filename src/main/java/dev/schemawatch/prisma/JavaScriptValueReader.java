package dev.schemawatch.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one value of a configuration in JavaScript or TypeScript without running it. Understands literals, {@code env("X")},
 * {@code process.env.X}, {@code A ?? B}, {@code A || B}, templates of these, {@code path.join} of literals, and constants of the
 * file.
 */
final class JavaScriptValueReader {
    /** Constants may refer to constants; this ends a circle, and an explosion. */
    private static final int MOST_VALUES = 1_000;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]+");

    private final JavaScriptCursor cursor;
    private final Map<String, Integer> constants;
    private int valuesRead;

    /** @param constants of the file: where the value of each begins */
    JavaScriptValueReader(JavaScriptCursor cursor, Map<String, Integer> constants) {
        this.cursor = cursor;
        this.constants = Map.copyOf(constants);
    }

    /** {@code A ?? B || C}: what each of them may be, in order. */
    Optional<List<UrlSource>> alternatives() {
        List<UrlSource> all = new ArrayList<>();
        do {
            Optional<List<UrlSource>> one = operand();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(one.get());
        } while (all.size() <= MOST_VALUES && (cursor.take("??") || cursor.take("||")));
        return Optional.of(all);
    }

    private Optional<List<UrlSource>> operand() {
        if (++valuesRead > MOST_VALUES) {
            return Optional.empty();
        }
        Optional<List<UrlSource>> value = primary();
        while (cursor.peek().is("!") || cursor.peek().is("as")) {
            // "value!" and "value as string" say something to the type checker only.
            if (cursor.next().is("as")) {
                cursor.next();
            }
        }
        return value;
    }

    private Optional<List<UrlSource>> primary() {
        JavaScriptToken token = cursor.next();
        return switch (token.kind()) {
            case TEXT -> Optional.of(List.of(new UrlSource.Literal(token.text(), token.location())));
            case WORD -> word(token);
            case SIGN -> token.is("`") ? template(token) : Optional.empty();
            case UNKNOWN, END -> Optional.empty();
        };
    }

    /** Texts and placeholders up to the closing sign; one that holds what only running it would tell is not understood. */
    private Optional<List<UrlSource>> template(JavaScriptToken opening) {
        List<List<UrlSource>> parts = new ArrayList<>();
        while (!cursor.take("`")) {
            Optional<List<UrlSource>> part = cursor.take(JavaScriptLexer.PLACEHOLDER)
                    ? alternatives().filter(_ -> cursor.take(JavaScriptLexer.PLACEHOLDER_END))
                    : Optional.of(cursor.peek())
                            .filter(token -> token.kind() == JavaScriptToken.Kind.TEXT)
                            .flatMap(_ -> primary());
            if (part.isEmpty() || !part.get().stream().allMatch(JavaScriptValueReader::isPartOfText)) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        List<List<UrlSource>> filled =
                parts.stream().filter(part -> !isEmptyText(part)).toList();
        if (filled.size() == 1) {
            return Optional.of(filled.getFirst());
        }
        UrlSource.Template template = new UrlSource.Template(filled, opening.location());
        return Optional.of(List.of(
                template.parts().stream().allMatch(part -> part.getFirst() instanceof UrlSource.Literal)
                        ? new UrlSource.Literal(
                                template.text(_ -> Optional.empty()).orElse(""), opening.location())
                        : template));
    }

    private static boolean isPartOfText(UrlSource source) {
        return source instanceof UrlSource.Literal || source instanceof UrlSource.Env;
    }

    private static boolean isEmptyText(List<UrlSource> part) {
        return part.getFirst() instanceof UrlSource.Literal(String text, var _) && text.isEmpty();
    }

    private Optional<List<UrlSource>> word(JavaScriptToken token) {
        return switch (token.text()) {
            case "env" -> envCall();
            case "process" -> processEnv();
            case "path" ->
                cursor.take(".") && (cursor.peek().is("join") || cursor.peek().is("resolve"))
                        ? joined(cursor.next())
                        : Optional.empty();
            case "join", "resolve" -> joined(token);
            default ->
                WHOLE_NUMBER.matcher(token.text()).matches()
                        ? Optional.of(List.of(new UrlSource.Literal(token.text(), token.location())))
                        : constant(token.text());
        };
    }

    private Optional<List<UrlSource>> envCall() {
        if (cursor.take("<")) {
            while (!cursor.peek().is(">") && cursor.peek().kind() != JavaScriptToken.Kind.END) {
                cursor.next();
            }
            cursor.next();
        }
        if (!cursor.take("(") || cursor.peek().kind() != JavaScriptToken.Kind.TEXT) {
            return Optional.empty();
        }
        JavaScriptToken variable = cursor.next();
        return cursor.take(")")
                ? Optional.of(List.of(UrlSource.env(variable.text(), variable.location())))
                : Optional.empty();
    }

    private Optional<List<UrlSource>> processEnv() {
        if (!cursor.take(".") || !cursor.take("env")) {
            return Optional.empty();
        }
        boolean bracket = cursor.take("[");
        boolean dot = !bracket && (cursor.take(".") || cursor.take("?."));
        JavaScriptToken variable = cursor.peek();
        JavaScriptToken.Kind wanted = bracket ? JavaScriptToken.Kind.TEXT : JavaScriptToken.Kind.WORD;
        if (!bracket && !dot || variable.kind() != wanted) {
            return Optional.empty();
        }
        cursor.next();
        if (bracket && !cursor.take("]")) {
            return Optional.empty();
        }
        return Optional.of(List.of(UrlSource.env(variable.text(), variable.location())));
    }

    /** {@code join("a", "b")}; the config file's own folder counts as nothing, since the answer is relative to it. */
    private Optional<List<UrlSource>> joined(JavaScriptToken function) {
        if (!cursor.take("(")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        while (!cursor.take(")")) {
            if (cursor.take("__dirname")
                    || cursor.takeAll("import", ".", "meta", ".", "dirname")
                    || cursor.takeAll("process", ".", "cwd", "(", ")")) {
                cursor.take(",");
                continue;
            }
            if (cursor.peek().kind() != JavaScriptToken.Kind.TEXT) {
                return Optional.empty();
            }
            parts.add(cursor.next().text());
            cursor.take(",");
        }
        return Optional.of(List.of(new UrlSource.Literal(String.join("/", parts), function.location())));
    }

    private Optional<List<UrlSource>> constant(String name) {
        Integer definition = constants.get(name);
        if (definition == null) {
            return Optional.empty();
        }
        int back = cursor.position();
        cursor.moveTo(definition);
        Optional<List<UrlSource>> value = alternatives();
        cursor.moveTo(back);
        return value;
    }
}
