package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.TypeNode;
import java.util.Optional;

/** Parses the type of a field: {@code Int}, {@code Int?}, {@code Int[]}, {@code Unsupported("…")}, and what Prisma 1 wrote. */
final class FieldTypeParser {
    private final PrismaLexer lexer;
    private final SyntaxProblems problems;
    private boolean readable = true;

    FieldTypeParser(PrismaLexer lexer, SyntaxProblems problems) {
        this.lexer = lexer;
        this.problems = problems;
    }

    /**
     * A type as it is written.
     *
     * @param legacy set when it is written as no Prisma of today accepts it
     */
    record Written(TypeNode type, Arity arity, Optional<LegacySyntax> legacy) {}

    /** Whether the line can be read on: false when a type was begun and not ended. */
    boolean readable() {
        return readable;
    }

    /** The type, or nothing where none is written. */
    Optional<Written> type() {
        PrismaLexer.Mark start = lexer.mark();
        if (lexer.accept("[")) {
            return legacyList(start);
        }
        return base().map(type -> arity(type, start));
    }

    private Optional<Written> legacyList(PrismaLexer.Mark start) {
        lexer.skipSpaces();
        Optional<TypeNode> element = base();
        lexer.skipSpaces();
        if (element.isEmpty() || !lexer.accept("]")) {
            readable = false;
            return problems.expected("the type of the field");
        }
        return Optional.of(written(element.get(), Arity.LIST, start, "a list is written Type[], not [Type]"));
    }

    private Written arity(TypeNode type, PrismaLexer.Mark start) {
        PrismaLexer.Mark afterType = lexer.mark();
        lexer.skipSpaces();
        if (lexer.accept("[]")) {
            return lexer.accept("?")
                    ? written(
                            type,
                            Arity.LIST,
                            start,
                            "a list cannot be optional; write Type[], an empty list stands for nothing")
                    : new Written(type, Arity.LIST, Optional.empty());
        }
        if (lexer.accept("?")) {
            return new Written(type, Arity.OPTIONAL, Optional.empty());
        }
        if (lexer.accept("!")) {
            return written(type, Arity.REQUIRED, start, "a field is required unless it says otherwise; remove the !");
        }
        lexer.reset(afterType);
        return new Written(type, Arity.REQUIRED, Optional.empty());
    }

    private Written written(TypeNode type, Arity arity, PrismaLexer.Mark start, String message) {
        return new Written(type, arity, Optional.of(new LegacySyntax(lexer.since(start), message)));
    }

    private Optional<TypeNode> base() {
        PrismaLexer.Mark start = lexer.mark();
        if (lexer.accept("Unsupported(")) {
            return unsupported();
        }
        return lexer.word().map(word -> new TypeNode(word, false, lexer.since(start)));
    }

    private Optional<TypeNode> unsupported() {
        lexer.skipSpaces();
        PrismaLexer.Mark start = lexer.mark();
        Optional<TypeNode> type =
                new ExpressionParser(lexer, problems).text().map(text -> new TypeNode(text, true, lexer.since(start)));
        lexer.skipSpaces();
        if (type.isEmpty() || !lexer.accept(")")) {
            readable = false;
            return problems.expected(")");
        }
        return type;
    }
}
