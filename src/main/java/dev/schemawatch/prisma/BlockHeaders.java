package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Name;
import java.util.List;
import java.util.Optional;

/** Recognises <code>keyword Name {</code>, the first line of a block. */
final class BlockHeaders {
    private final PrismaLexer lexer;

    BlockHeaders(PrismaLexer lexer) {
        this.lexer = lexer;
    }

    /** The kinds of blocks, by their keywords. */
    enum Keyword {
        MODEL("model"),
        VIEW("view"),
        TYPE("type"),
        ENUM("enum"),
        DATASOURCE("datasource"),
        GENERATOR("generator");

        private static final List<Keyword> ALL = List.of(values());

        private final String word;

        Keyword(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** Whether such a block says how the schema is used, and not what is in it. */
        boolean configures() {
            return this == DATASOURCE || this == GENERATOR;
        }
    }

    /**
     * The first line of a block, up to its brace.
     *
     * @param start of the keyword
     */
    record Header(Keyword keyword, Name name, PrismaLexer.Mark start) {}

    /** Whether a block starts here; the lexer stays where it is. */
    boolean atHeader() {
        PrismaLexer.Mark start = lexer.mark();
        boolean found = header().isPresent();
        lexer.reset(start);
        return found;
    }

    /** Takes the keyword, the name and the opening brace. Prisma wants no space between the first two. */
    Optional<Header> header() {
        PrismaLexer.Mark start = lexer.mark();
        for (Keyword keyword : Keyword.ALL) {
            if (lexer.accept(keyword.word())) {
                Optional<Name> name = nameAndBrace();
                if (name.isPresent()) {
                    return Optional.of(new Header(keyword, name.get(), start));
                }
                lexer.reset(start);
            }
        }
        return Optional.empty();
    }

    private Optional<Name> nameAndBrace() {
        lexer.skipSpaces();
        PrismaLexer.Mark start = lexer.mark();
        Optional<Name> name = lexer.word().map(word -> new Name(word, lexer.since(start)));
        lexer.skipSpaces();
        return lexer.accept("{") ? name : Optional.empty();
    }
}
