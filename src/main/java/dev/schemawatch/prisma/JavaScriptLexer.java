package dev.schemawatch.prisma;

import java.util.ArrayList;
import java.util.List;

/** Cuts JavaScript or TypeScript into tokens, well enough to find literals in a configuration file. Never fails. */
final class JavaScriptLexer {
    private static final List<String> LONG_SIGNS = List.of("...", "??", "||", "=>", "?.", "===", "==");

    private final PrismaLexer cursor;
    private final List<JavaScriptToken> tokens = new ArrayList<>();

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
        } else if (first == '"' || first == '\'' || first == '`') {
            quoted(start, first);
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

    private void quoted(PrismaLexer.Mark start, int quote) {
        cursor.oneCharacter();
        StringBuilder value = new StringBuilder();
        boolean placeholder = false;
        while (!cursor.atEnd() && cursor.peek() != quote) {
            if (cursor.atLineEnd()) {
                if (quote != '`') {
                    break;
                }
                cursor.acceptLineEnd();
                value.append('\n');
                continue;
            }
            placeholder |= quote == '`' && cursor.at("${");
            boolean escape = cursor.accept("\\");
            if (!cursor.atLineEnd()) {
                value.appendCodePoint(cursor.peek());
                placeholder |= escape && Character.isLetterOrDigit(cursor.peek());
                cursor.oneCharacter();
            }
        }
        boolean closed = cursor.peek() == quote;
        cursor.oneCharacter();
        boolean known = closed && !placeholder;
        add(known ? JavaScriptToken.Kind.TEXT : JavaScriptToken.Kind.UNKNOWN, known ? value.toString() : "", start);
    }

    private void add(JavaScriptToken.Kind kind, String text, PrismaLexer.Mark start) {
        tokens.add(new JavaScriptToken(kind, text, cursor.since(start)));
    }
}
