package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the object that a Prisma config file exports and reads the properties that matter. Understands literals, {@code
 * env("X")}, {@code process.env.X}, {@code A ?? B}, {@code A || B}, {@code path.join} of literals, and constants of the file.
 */
final class PrismaConfigReader {
    /** Constants may refer to constants; this ends a circle, and an explosion. */
    private static final int MOST_VALUES = 1_000;

    private static final Pattern ENV_LOADER =
            Pattern.compile("(?:@[\\w-]+/)?dotenv.*|@next/env|\\.{1,2}/.*env.*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ENV_LOADING_CALLS = Set.of("loadEnvFile", "loadEnvConfig", "loadEnv");

    private final String path;
    private final List<JavaScriptToken> tokens;
    private final Map<String, Integer> constants = new HashMap<>();
    private final Map<String, List<UrlSource>> values = new HashMap<>();
    private final List<PrismaConfigFile.NotUnderstood> notUnderstood = new ArrayList<>();
    private int at;
    private int valuesRead;

    PrismaConfigReader(String path, List<JavaScriptToken> tokens) {
        this.path = path;
        this.tokens = tokens;
    }

    PrismaConfigFile read() {
        findConstants();
        Optional<Integer> exported = exportedObject();
        if (exported.isEmpty()) {
            notUnderstood.add(new PrismaConfigFile.NotUnderstood("", Location.InFile.whole(path)));
        } else {
            at = exported.get();
            object("", 0);
        }
        return new PrismaConfigFile(
                literal("schema"),
                literal("migrations.path"),
                sources("datasource.url"),
                sources("datasource.directUrl"),
                sources("datasource.shadowDatabaseUrl"),
                tokens.stream().anyMatch(PrismaConfigReader::loadsEnvFiles),
                notUnderstood);
    }

    /** {@code import "dotenv/config"} and its like, {@code process.loadEnvFile()}, or a file of one's own that is called so. */
    private static boolean loadsEnvFiles(JavaScriptToken token) {
        return switch (token.kind()) {
            case TEXT -> ENV_LOADER.matcher(token.text()).matches();
            case WORD -> ENV_LOADING_CALLS.contains(token.text());
            case SIGN, UNKNOWN, END -> false;
        };
    }

    /** {@code const NAME = value}, with an optional type. */
    private void findConstants() {
        for (int index = 0; index + 2 < tokens.size(); index++) {
            boolean keyword = tokens.get(index).is("const")
                    || tokens.get(index).is("let")
                    || tokens.get(index).is("var");
            if (keyword && tokens.get(index + 1).kind() == JavaScriptToken.Kind.WORD) {
                int equals = tokens.get(index + 2).is(":") ? index + 4 : index + 2;
                if (equals + 1 < tokens.size() && tokens.get(equals).is("=")) {
                    constants.putIfAbsent(tokens.get(index + 1).text(), equals + 1);
                }
            }
        }
    }

    /** The index of the brace that opens what the file exports, in either module system, inside {@code defineConfig} or not. */
    private Optional<Integer> exportedObject() {
        for (int index = 0; index + 2 < tokens.size(); index++) {
            boolean export =
                    tokens.get(index).is("export") && tokens.get(index + 1).is("default");
            boolean exports =
                    tokens.get(index).is("exports") && tokens.get(index + 1).is("=");
            if (export || exports) {
                return objectAt(index + 2, 0);
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> objectAt(int index, int depth) {
        if (index >= tokens.size() || depth > 3) {
            return Optional.empty();
        }
        JavaScriptToken token = tokens.get(index);
        if (token.is("{")) {
            return Optional.of(index);
        }
        if (token.kind() != JavaScriptToken.Kind.WORD) {
            return Optional.empty();
        }
        if (tokens.get(index + 1).is("(")) {
            return objectAt(index + 2, depth + 1);
        }
        Integer constant = constants.get(token.text());
        return constant == null ? Optional.empty() : objectAt(constant, depth + 1);
    }

    private void object(String parent, int depth) {
        at++;
        while (!peek().is("}") && peek().kind() != JavaScriptToken.Kind.END) {
            property(parent, depth);
            if (peek().is(",")) {
                at++;
            }
        }
        at++;
    }

    private void property(String parent, int depth) {
        JavaScriptToken key = peek();
        if (key.is("...")) {
            if (parent.isEmpty() || parent.equals("datasource.")) {
                report(parent + "...", key);
            }
            skipValue();
            return;
        }
        String name = parent + key.text();
        boolean named = key.kind() == JavaScriptToken.Kind.WORD || key.kind() == JavaScriptToken.Kind.TEXT;
        boolean wanted = switch (name) {
            case "schema",
                    "migrations.path",
                    "datasource.url",
                    "datasource.directUrl",
                    "datasource.shadowDatabaseUrl" -> true;
            default -> false;
        };
        boolean nested = name.equals("datasource") || name.equals("migrations");
        if (!named || !wanted && !nested) {
            skipValue();
            return;
        }
        at++;
        boolean shorthand = !peek().is(":");
        at += shorthand ? -1 : 1;
        if (nested) {
            nested(name, depth);
        } else {
            value(name, shorthand);
        }
    }

    private void nested(String name, int depth) {
        Optional<Integer> object = objectAt(at, depth);
        if (depth > 0 || object.isEmpty()) {
            report(name, peek());
            skipValue();
            return;
        }
        int back = at;
        at = object.get();
        object(name + ".", depth + 1);
        if (object.get() != back) {
            at = back;
            skipValue();
        }
    }

    private void value(String name, boolean shorthand) {
        JavaScriptToken first = peek();
        Optional<List<UrlSource>> read = alternatives();
        boolean complete = peek().is(",") || peek().is("}");
        if (read.isPresent() && complete) {
            values.put(name, read.get());
        } else {
            report(name, first);
        }
        if (!complete || shorthand && peek().is(":")) {
            skipValue();
        }
    }

    /** {@code A ?? B || C}: what each of them may be, in order. */
    private Optional<List<UrlSource>> alternatives() {
        List<UrlSource> all = new ArrayList<>();
        do {
            Optional<List<UrlSource>> one = operand();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(one.get());
        } while (all.size() <= MOST_VALUES && (take("??") || take("||")));
        return Optional.of(all);
    }

    private Optional<List<UrlSource>> operand() {
        if (++valuesRead > MOST_VALUES) {
            return Optional.empty();
        }
        Optional<List<UrlSource>> value = primary();
        while (peek().is("!") || peek().is("as")) {
            // "value!" and "value as string" say something to the type checker only.
            at += peek().is("as") ? 2 : 1;
        }
        return value;
    }

    private Optional<List<UrlSource>> primary() {
        JavaScriptToken token = peek();
        at++;
        return switch (token.kind()) {
            case TEXT -> Optional.of(List.of(new UrlSource.Literal(token.text(), token.location())));
            case WORD -> word(token.text());
            case SIGN, UNKNOWN, END -> Optional.empty();
        };
    }

    private Optional<List<UrlSource>> word(String word) {
        return switch (word) {
            case "env" -> envCall();
            case "process" -> processEnv();
            case "path" -> take(".") ? join() : Optional.empty();
            case "join", "resolve" -> {
                at--;
                yield join();
            }
            default -> constant(word);
        };
    }

    private Optional<List<UrlSource>> envCall() {
        if (take("<")) {
            while (!peek().is(">") && peek().kind() != JavaScriptToken.Kind.END) {
                at++;
            }
            at++;
        }
        if (!take("(") || peek().kind() != JavaScriptToken.Kind.TEXT) {
            return Optional.empty();
        }
        JavaScriptToken variable = peek();
        at++;
        return take(")") ? Optional.of(List.of(UrlSource.env(variable.text(), variable.location()))) : Optional.empty();
    }

    private Optional<List<UrlSource>> processEnv() {
        if (!take(".") || !take("env")) {
            return Optional.empty();
        }
        boolean bracket = take("[");
        boolean dot = !bracket && (take(".") || take("?."));
        JavaScriptToken variable = peek();
        JavaScriptToken.Kind wanted = bracket ? JavaScriptToken.Kind.TEXT : JavaScriptToken.Kind.WORD;
        if (!bracket && !dot || variable.kind() != wanted) {
            return Optional.empty();
        }
        at++;
        if (bracket && !take("]")) {
            return Optional.empty();
        }
        return Optional.of(List.of(UrlSource.env(variable.text(), variable.location())));
    }

    /** {@code join("a", "b")}; the config file's own folder counts as nothing, since the answer is relative to it. */
    private Optional<List<UrlSource>> join() {
        if (!take("join") && !take("resolve") || !take("(")) {
            return Optional.empty();
        }
        Location.InFile start = peek().location();
        List<String> parts = new ArrayList<>();
        while (!take(")")) {
            if (take("__dirname")
                    || takeAll("import", ".", "meta", ".", "dirname")
                    || takeAll("process", ".", "cwd", "(", ")")) {
                take(",");
                continue;
            }
            if (peek().kind() != JavaScriptToken.Kind.TEXT) {
                return Optional.empty();
            }
            parts.add(peek().text());
            at++;
            take(",");
        }
        return Optional.of(List.of(new UrlSource.Literal(String.join("/", parts), start)));
    }

    private Optional<List<UrlSource>> constant(String name) {
        Integer definition = constants.get(name);
        if (definition == null) {
            return Optional.empty();
        }
        int back = at;
        at = definition;
        Optional<List<UrlSource>> value = alternatives();
        at = back;
        return value;
    }

    /** Goes to the comma or brace that ends the current property. */
    private void skipValue() {
        int open = 0;
        while (peek().kind() != JavaScriptToken.Kind.END) {
            if (open == 0 && (peek().is(",") || peek().is("}"))) {
                return;
            }
            if (peek().is("{") || peek().is("(") || peek().is("[")) {
                open++;
            } else if (peek().is("}") || peek().is(")") || peek().is("]")) {
                open--;
            }
            at++;
        }
    }

    private boolean take(String expected) {
        boolean present = peek().is(expected);
        at += present ? 1 : 0;
        return present;
    }

    private boolean takeAll(String... expected) {
        for (int index = 0; index < expected.length; index++) {
            if (at + index >= tokens.size() || !tokens.get(at + index).is(expected[index])) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    private JavaScriptToken peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private void report(String property, JavaScriptToken token) {
        notUnderstood.add(new PrismaConfigFile.NotUnderstood(property, token.location()));
    }

    private List<UrlSource> sources(String property) {
        return values.getOrDefault(property, List.of());
    }

    private Optional<String> literal(String property) {
        return sources(property).stream()
                .flatMap(source -> source instanceof UrlSource.Literal(String text, var _)
                        ? Optional.of(text).stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }
}
