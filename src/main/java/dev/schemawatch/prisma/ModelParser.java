package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.EnumValue;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import dev.schemawatch.prisma.PrismaAst.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the insides of models, views, composite types and enums: fields or values, and {@code @@} attributes. */
final class ModelParser {
    private final PrismaLexer lexer;
    private final SyntaxProblems problems;
    private final BlockLines lines;

    ModelParser(PrismaLexer lexer, SyntaxProblems problems, BlockLines lines) {
        this.lexer = lexer;
        this.problems = problems;
        this.lines = lines;
    }

    ModelBlock model(BlockHeaders.Header header, ModelBlock.Kind kind) {
        List<FieldNode> fields = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        SyntaxProblems inBlock = problems.about(header.name().text());
        lines.forEach(
                header,
                inBlock,
                start -> lexer.at("@")
                        ? blockAttribute(start, inBlock, attributes)
                        : field(start, header, inBlock, fields));
        return new ModelBlock(kind, header.name(), fields, attributes, lexer.since(header.start()));
    }

    EnumBlock enumeration(BlockHeaders.Header header) {
        List<EnumValue> values = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        SyntaxProblems inBlock = problems.about(header.name().text());
        lines.forEach(
                header,
                inBlock,
                start -> lexer.at("@")
                        ? blockAttribute(start, inBlock, attributes)
                        : enumValue(start, header, inBlock, values));
        return new EnumBlock(header.name(), values, attributes, lexer.since(header.start()));
    }

    /** Prisma counts the comment behind an attribute of a block as part of it. */
    private boolean blockAttribute(PrismaLexer.Mark start, SyntaxProblems inBlock, List<Attribute> attributes) {
        if (!lexer.accept("@@")) {
            inBlock.because("a single @ belongs behind a field; write @@ for the whole block");
            return false;
        }
        Optional<Attribute> attribute = new ExpressionParser(lexer, inBlock).attribute(start);
        if (attribute.isEmpty() || !lines.comment(inBlock)) {
            return false;
        }
        attributes.add(attribute.get().at(lexer.since(start)));
        lexer.acceptLineEnd();
        return true;
    }

    private boolean field(
            PrismaLexer.Mark start, BlockHeaders.Header header, SyntaxProblems inBlock, List<FieldNode> fields) {
        Optional<Name> name = name(inBlock, "the name of a field, an attribute with @@ or a closing }");
        if (name.isEmpty()) {
            return false;
        }
        SyntaxProblems here =
                problems.about(header.name().text() + "." + name.get().text());
        Optional<LegacySyntax> colon = colon();
        FieldTypeParser types = new FieldTypeParser(lexer, here);
        Optional<FieldTypeParser.Written> type = types.type();
        List<Attribute> attributes = new ArrayList<>();
        if (!types.readable() || !fieldAttributes(here, attributes) || !lines.endOfLine(here)) {
            return false;
        }
        Optional<LegacySyntax> legacy = colon.or(() -> type.flatMap(FieldTypeParser.Written::legacy));
        if (legacy.isPresent()) {
            here.at(legacy.get().location(), legacy.get().message());
        } else if (type.isEmpty()) {
            here.at(lexer.since(start), "this field has no type; write its name, a space and the type: name String");
        } else {
            fields.add(
                    new FieldNode(name.get(), type.get().type(), type.get().arity(), attributes, lexer.since(start)));
        }
        return true;
    }

    private Optional<LegacySyntax> colon() {
        lexer.skipSpaces();
        PrismaLexer.Mark start = lexer.mark();
        if (!lexer.accept(":")) {
            return Optional.empty();
        }
        Location.InFile place = lexer.since(start);
        lexer.skipSpaces();
        return Optional.of(new LegacySyntax(place, "a field needs no colon; write a space"));
    }

    private boolean enumValue(
            PrismaLexer.Mark start, BlockHeaders.Header header, SyntaxProblems inBlock, List<EnumValue> values) {
        Optional<Name> name = name(inBlock, "the name of a value, an attribute with @@ or a closing }");
        if (name.isEmpty()) {
            return false;
        }
        SyntaxProblems here =
                problems.about(header.name().text() + "." + name.get().text());
        List<Attribute> attributes = new ArrayList<>();
        if (!fieldAttributes(here, attributes) || !lines.endOfLine(here)) {
            return false;
        }
        values.add(new EnumValue(name.get(), attributes, lexer.since(start)));
        return true;
    }

    private boolean fieldAttributes(SyntaxProblems here, List<Attribute> attributes) {
        lexer.skipSpaces();
        while (lexer.at("@")) {
            PrismaLexer.Mark start = lexer.mark();
            lexer.accept("@");
            if (lexer.at("@")) {
                here.because("@@ belongs on a line of its own; write a single @ behind a field");
                return false;
            }
            Optional<Attribute> attribute = new ExpressionParser(lexer, here).attribute(start);
            if (attribute.isEmpty()) {
                return false;
            }
            attributes.add(attribute.get());
            lexer.skipSpaces();
        }
        return true;
    }

    private Optional<Name> name(SyntaxProblems here, String wanted) {
        PrismaLexer.Mark start = lexer.mark();
        Optional<String> word = lexer.word();
        if (word.isEmpty()) {
            return here.expected(wanted);
        }
        return Optional.of(new Name(word.get(), lexer.since(start)));
    }
}
