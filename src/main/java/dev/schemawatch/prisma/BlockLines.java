package dev.schemawatch.prisma;

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
         * @param documentation the {@code ///} lines above
         * @return false when the line could not be understood to its end, and a problem says so
         */
        boolean parse(String documentation);
    }

    /** Parses all lines from behind the opening brace to the closing one, or to where it is missed. */
    void forEach(BlockHeaders.Header header, SyntaxProblems problems, Line line) {
        List<String> documentation = new ArrayList<>();
        while (true) {
            lexer.skipSpaces();
            if (lexer.accept("}")) {
                return;
            }
            if (lexer.atEnd() || headers.atHeader()) {
                problems.at(
                        header.name().location(),
                        "the block " + header.name().text() + " is not closed; add } on a line of its own");
                return;
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
            if (!line.parse(above)) {
                lexer.restOfLine();
            }
        }
    }

    /**
     * Takes a comment after a declaration, and makes sure that the line ends then.
     *
     * @return the text of a {@code ///} comment, empty for none; nothing when something else follows
     */
    Optional<String> endOfLine(SyntaxProblems problems) {
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
