package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.Name;
import dev.schemawatch.prisma.PrismaAst.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the insides of datasources and generators: {@code key = value}. */
final class ConfigParser {
    private final PrismaLexer lexer;
    private final SyntaxProblems problems;
    private final BlockLines lines;

    ConfigParser(PrismaLexer lexer, SyntaxProblems problems, BlockLines lines) {
        this.lexer = lexer;
        this.problems = problems;
        this.lines = lines;
    }

    ConfigBlock config(BlockHeaders.Header header, ConfigBlock.Kind kind) {
        SyntaxProblems inBlock = problems.about(header.name().text());
        List<Property> properties = new ArrayList<>();
        boolean closed = lines.forEach(header, inBlock, start -> property(start, header, inBlock, properties));
        return new ConfigBlock(kind, header.name(), properties, closed, lexer.since(header.start()));
    }

    private boolean property(
            PrismaLexer.Mark start, BlockHeaders.Header header, SyntaxProblems inBlock, List<Property> properties) {
        Optional<String> word = lexer.word();
        if (word.isEmpty()) {
            inBlock.expected("the name of a property, or a closing }");
            return false;
        }
        Name name = new Name(word.get(), lexer.since(start));
        lexer.skipSpaces();
        if (!lexer.accept("=")) {
            // Not named: where a string was broken over two lines, the word is part of a value.
            inBlock.expected("=");
            return false;
        }
        SyntaxProblems here = problems.about(header.name().text() + "." + word.get());
        lexer.skipSpaces();
        boolean missing = lexer.atLineEnd() || lexer.at("//");
        Optional<Expression> value = missing ? Optional.empty() : new ExpressionParser(lexer, here).expression();
        if (!missing && value.isEmpty() || !lines.comment(here)) {
            return false;
        }
        properties.add(new Property(name, value, lexer.since(start)));
        lexer.acceptLineEnd();
        return true;
    }
}
