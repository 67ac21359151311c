package dev.schemawatch.prisma;

import java.util.List;

/** A place among the tokens of a JavaScript or TypeScript file, and the steps from there. */
final class JavaScriptCursor {
    private final List<JavaScriptToken> tokens;
    private int at;

    /** @param tokens the last one of kind END; nothing leads behind it */
    JavaScriptCursor(List<JavaScriptToken> tokens) {
        this.tokens = tokens;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** The current token, which is passed. */
    JavaScriptToken next() {
        JavaScriptToken token = peek();
        at++;
        return token;
    }

    /** Goes to the comma or brace that ends the current property. */
    void skipValue() {
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

    boolean take(String expected) {
        boolean present = peek().is(expected);
        at += present ? 1 : 0;
        return present;
    }

    boolean takeAll(String... expected) {
        for (int index = 0; index < expected.length; index++) {
            if (at + index >= tokens.size() || !tokens.get(at + index).is(expected[index])) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    JavaScriptToken peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }
}
