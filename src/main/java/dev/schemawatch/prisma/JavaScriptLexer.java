package dev.schemawatch.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts JavaScript or TypeScript into tokens, well enough to find literals in a configuration file. Never fails. */
final class JavaScriptLexer {
    private static final List<String> LONG_SIGNS = List.of("...", "??", "||", "=>", "?.", "===", "==");

    static final String PLACEHOLDER = "${";
    static final String PLACEHOLDER_END = "$}";
    private static final int DEEPEST_TEMPLATE = 8;

    private final PrismaLexer cursor;
    private final List<JavaScriptToken> tokens = new ArrayList<>();
    private int templates;

    JavaScriptLexer(String path, String text) {
        this.cursor = new PrismaLexer(path, text);
    }

    /** All tokens without comments, the last one of kind END. */
    List<JavaScriptToken> tokens() {
        while (!cursor.atEnd()) {
            next();
        }
        add(JavaScriptToken.Kind.END, "", cursor.mark());
        return List.copyOf(tokens);
    }

    private void next() {
        cursor.skipSpaces();
        if (cursor.atEnd() || cursor.acceptLineEnd() || cursor.acceptBlockComment()) {
            return;
        }
        PrismaLexer.Mark start = cursor.mark();
        int first = cursor.peek();
        if (cursor.at("//")) {
            cursor.restOfLine();
        } else if (first == '"' || first == '\'') {
            string(start, first);
        } else if (first == '`') {
            template(start);
        } else if (Character.isJavaIdentifierPart(first)) {
            while (!cursor.atEnd() && Character.isJavaIdentifierPart(cursor.peek())) {
                cursor.oneCharacter();
            }
            add(JavaScriptToken.Kind.WORD, cursor.textSince(start), start);
        } else {
            if (LONG_SIGNS.stream().noneMatch(cursor::accept)) {
                cursor.oneCharacter();
            }
            add(JavaScriptToken.Kind.SIGN, cursor.textSince(start), start);
        }
    }

    private void string(PrismaLexer.Mark start, int quote) {
        cursor.oneCharacter();
        Optional<String> value = characters(quote);
        boolean closed = cursor.peek() == quote;
        cursor.oneCharacter();
        addText(value.filter(_ -> closed), start);
    }

    private void template(PrismaLexer.Mark start) {
        cursor.oneCharacter();
        Optional<String> first = characters('`');
        if (!cursor.at(PLACEHOLDER) || templates == DEEPEST_TEMPLATE) {
            boolean closed = cursor.accept("`");
            addText(first.filter(_ -> closed), start);
            return;
        }
        templates++;
        add(JavaScriptToken.Kind.SIGN, "`", start);
        addText(first, start);
        while (cursor.at(PLACEHOLDER)) {
            placeholder();
            PrismaLexer.Mark behind = cursor.mark();
            addText(characters('`'), behind);
        }
        PrismaLexer.Mark end = cursor.mark();
        cursor.accept("`");
        add(JavaScriptToken.Kind.SIGN, "`", end);
        templates--;
    }

    private void placeholder() {
        PrismaLexer.Mark start = cursor.mark();
        cursor.accept(PLACEHOLDER);
        add(JavaScriptToken.Kind.SIGN, PLACEHOLDER, start);
        int open = 0;
        while (!cursor.atEnd() && (open > 0 || !cursor.at("}"))) {
            open += cursor.at("{") ? 1 : 0;
            open -= cursor.at("}") ? 1 : 0;
            next();
        }
        PrismaLexer.Mark end = cursor.mark();
        cursor.accept("}");
        add(JavaScriptToken.Kind.SIGN, PLACEHOLDER_END, end);
    }

    /** Up to the quote, the placeholder of a template or the end of the line; nothing where an escape is not read. */
    private Optional<String> characters(int quote) {
        StringBuilder value = new StringBuilder();
        boolean known = true;
        while (!cursor.atEnd() && cursor.peek() != quote && !(quote == '`' && cursor.at(PLACEHOLDER))) {
            if (cursor.atLineEnd()) {
                if (quote != '`') {
                    break;
                }
                cursor.acceptLineEnd();
                value.append('\n');
                continue;
            }
            boolean escape = cursor.accept("\\");
            if (!cursor.atLineEnd()) {
                value.appendCodePoint(cursor.peek());
                known &= !escape || !Character.isLetterOrDigit(cursor.peek());
                cursor.oneCharacter();
            }
        }
        return known ? Optional.of(value.toString()) : Optional.empty();
    }

    private void addText(Optional<String> value, PrismaLexer.Mark start) {
        add(value.isPresent() ? JavaScriptToken.Kind.TEXT : JavaScriptToken.Kind.UNKNOWN, value.orElse(""), start);
    }

    private void add(JavaScriptToken.Kind kind, String text, PrismaLexer.Mark start) {
        tokens.add(new JavaScriptToken(kind, text, cursor.since(start)));
    }
}
