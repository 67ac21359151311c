package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;

/** Walks over a block line by line: blank lines, comments and the closing brace are the same in every kind of block. */
final class BlockLines {
    private final PrismaLexer lexer;
    private final BlockHeaders headers;

    BlockLines(PrismaLexer lexer, BlockHeaders headers) {
        this.lexer = lexer;
        this.headers = headers;
    }

    /** Parses the declaration at which the lexer stands, as far as it goes. */
    interface Line {
        /**
         * @param start where the declaration starts
         * @return false when the line could not be understood to its end, and the reason is noted
         */
        boolean parse(PrismaLexer.Mark start);
    }

    /**
     * Parses all lines from behind the opening brace to the closing one, or to where it is missed.
     *
     * @return whether the closing brace was found
     */
    boolean forEach(BlockHeaders.Header header, SyntaxProblems problems, Line line) {
        while (true) {
            lexer.skipSpaces();
            if (lexer.accept("}")) {
                return true;
            }
            if (lexer.atEnd() || headers.atHeader()) {
                notClosed(header, problems);
                return false;
            }
            if (lexer.acceptLineEnd() || lexer.acceptBlockComment()) {
                continue;
            }
            if (lexer.at("//")) {
                lexer.restOfLine();
                continue;
            }
            PrismaLexer.Mark start = lexer.mark();
            problems.forgetReason();
            if (!line.parse(start)) {
                problems.unreadableLine(start);
            }
        }
    }

    /** Marks the line that another block starts on, as Prisma does, or the header of a block that the file's end cuts off. */
    private void notClosed(BlockHeaders.Header header, SyntaxProblems problems) {
        String message = "the block " + header.name().text() + " is not closed; add } on a line of its own";
        PrismaLexer.Mark here = lexer.mark();
        lexer.reset(lexer.atEnd() ? header.start() : here);
        PrismaLexer.Mark start = lexer.mark();
        lexer.restOfLine();
        lexer.acceptLineEnd();
        Location.InFile place = lexer.since(start);
        lexer.reset(here);
        problems.at(place, message);
    }

    /**
     * Takes a comment after a declaration, and makes sure that the line ends then. The line's end is taken too, unless it is
     * the file's end.
     *
     * @return false when something else follows, which is noted
     */
    boolean endOfLine(SyntaxProblems problems) {
        boolean ends = comment(problems);
        lexer.acceptLineEnd();
        return ends;
    }

    /** The same, but the line's end is left. */
    boolean comment(SyntaxProblems problems) {
        lexer.skipSpaces();
        if (lexer.at("//")) {
            lexer.restOfLine();
        } else if (lexer.acceptBlockComment()) {
            lexer.skipSpaces();
        }
        if (!lexer.atLineEnd()) {
            problems.expected("the end of the line");
            return false;
        }
        return true;
    }
}
