package dev.schemawatch.prisma;

/** Recognises {@code type Name = Type}, which Prisma 2 had and no Prisma of today accepts. */
final class TypeAliasParser {
    private static final String KEYWORD = "type";

    private final PrismaLexer lexer;

    TypeAliasParser(PrismaLexer lexer) {
        this.lexer = lexer;
    }

    /** Takes an alias with its attributes, and reports it, if one starts here. */
    boolean acceptAlias(PrismaLexer.Mark start, SyntaxProblems problems) {
        if (!lexer.accept(KEYWORD)) {
            return false;
        }
        lexer.skipSpaces();
        boolean named = lexer.word().isPresent();
        lexer.skipSpaces();
        if (!named || !lexer.accept("=")) {
            return false;
        }
        lexer.skipSpaces();
        if (lexer.word().isEmpty()) {
            return false;
        }
        skipAttributes(problems);
        problems.at(
                lexer.since(start),
                "a type cannot be another name for a type; write the type itself at each field, with its attributes");
        return true;
    }

    private void skipAttributes(SyntaxProblems problems) {
        PrismaLexer.Mark end = lexer.mark();
        lexer.skipSpaces();
        while (lexer.at("@")) {
            PrismaLexer.Mark start = lexer.mark();
            lexer.accept("@");
            if (new ExpressionParser(lexer, problems).attribute(start).isEmpty()) {
                break;
            }
            end = lexer.mark();
            lexer.skipSpaces();
        }
        lexer.reset(end);
    }
}
