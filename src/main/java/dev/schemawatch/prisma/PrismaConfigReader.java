package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the object that a Prisma config file exports and reads the properties that matter. */
final class PrismaConfigReader {
    private static final Pattern ENV_LOADER =
            Pattern.compile("(?:@[\\w-]+/)?dotenv.*|@next/env|\\.{1,2}/.*env.*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ENV_LOADING_CALLS = Set.of("loadEnvFile", "loadEnvConfig", "loadEnv");

    private final String path;
    private final List<JavaScriptToken> tokens;
    private final Map<String, Integer> constants = new HashMap<>();
    private final Map<String, List<UrlSource>> values = new HashMap<>();
    private final List<PrismaConfigFile.NotUnderstood> notUnderstood = new ArrayList<>();
    private final JavaScriptCursor cursor;
    private final JavaScriptValueReader valueReader;

    PrismaConfigReader(String path, List<JavaScriptToken> tokens) {
        this.path = path;
        this.tokens = tokens;
        this.cursor = new JavaScriptCursor(tokens);
        findConstants();
        this.valueReader = new JavaScriptValueReader(cursor, constants);
    }

    PrismaConfigFile read() {
        Optional<Integer> exported = exportedObject();
        if (exported.isEmpty()) {
            notUnderstood.add(new PrismaConfigFile.NotUnderstood("", Location.InFile.whole(path)));
        } else {
            cursor.moveTo(exported.get());
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
        cursor.next();
        while (!cursor.peek().is("}") && cursor.peek().kind() != JavaScriptToken.Kind.END) {
            property(parent, depth);
            cursor.take(",");
        }
        cursor.next();
    }

    private void property(String parent, int depth) {
        JavaScriptToken key = cursor.peek();
        if (key.is("...")) {
            if (parent.isEmpty() || parent.equals("datasource.")) {
                report(parent + "...", key);
            }
            cursor.skipValue();
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
            cursor.skipValue();
            return;
        }
        int start = cursor.position();
        cursor.next();
        boolean shorthand = !cursor.take(":");
        if (shorthand) {
            cursor.moveTo(start);
        }
        if (nested) {
            nested(name, depth);
        } else {
            value(name, shorthand);
        }
    }

    private void nested(String name, int depth) {
        Optional<Integer> object = objectAt(cursor.position(), depth);
        if (depth > 0 || object.isEmpty()) {
            report(name, cursor.peek());
            cursor.skipValue();
            return;
        }
        int back = cursor.position();
        cursor.moveTo(object.get());
        object(name + ".", depth + 1);
        if (object.get() != back) {
            cursor.moveTo(back);
            cursor.skipValue();
        }
    }

    private void value(String name, boolean shorthand) {
        JavaScriptToken first = cursor.peek();
        int start = cursor.position();
        Optional<List<UrlSource>> read = valueReader.alternatives();
        boolean complete = cursor.peek().is(",") || cursor.peek().is("}");
        boolean path = !name.startsWith("datasource.");
        boolean told = read.isPresent() && (!path || read.get().stream().anyMatch(UrlSource.Literal.class::isInstance));
        if (told && complete) {
            values.put(name, read.get());
        } else {
            report(name, first);
        }
        if (!complete || shorthand && cursor.peek().is(":")) {
            cursor.moveTo(start);
            cursor.skipValue();
        }
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
