package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
         * @param documentation the {@code ///} lines above
         * @return false when the line could not be understood to its end, and the reason is noted
         */
        boolean parse(PrismaLexer.Mark start, String documentation);
    }

    /**
     * Parses all lines from behind the opening brace to the closing one, or to where it is missed.
     *
     * @return whether the closing brace was found
     */
    boolean forEach(BlockHeaders.Header header, SyntaxProblems problems, Line line) {
        List<String> documentation = new ArrayList<>();
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
                Comments.documentation(lexer.restOfLine()).ifPresent(documentation::add);
                continue;
            }
            String above = String.join("\n", documentation);
            documentation.clear();
            PrismaLexer.Mark start = lexer.mark();
            problems.forgetReason();
            if (!line.parse(start, above)) {
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
     * @return the text of a {@code ///} comment, empty for none; nothing when something else follows
     */
    Optional<String> endOfLine(SyntaxProblems problems) {
        Optional<String> documentation = comment(problems);
        lexer.acceptLineEnd();
        return documentation;
    }

    /** Takes a comment after a declaration, and makes sure that the line ends then; the line's end is left. */
    Optional<String> comment(SyntaxProblems problems) {
        lexer.skipSpaces();
        String documentation = "";
        if (lexer.at("//")) {
            documentation = Comments.documentation(lexer.restOfLine()).orElse("");
        } else if (lexer.acceptBlockComment()) {
            lexer.skipSpaces();
        }
        return lexer.atLineEnd() ? Optional.of(documentation) : problems.expected("the end of the line");
    }
}
