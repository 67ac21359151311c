package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.EnumValue;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import dev.schemawatch.prisma.PrismaAst.Name;
import dev.schemawatch.prisma.PrismaAst.TypeNode;
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

    ModelBlock model(BlockHeaders.Header header, ModelBlock.Kind kind, String documentation) {
        List<FieldNode> fields = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        SyntaxProblems inBlock = problems.about(header.name().text());
        lines.forEach(
                header,
                inBlock,
                above -> lexer.at("@") ? blockAttribute(inBlock, attributes) : field(header, inBlock, above, fields));
        return new ModelBlock(kind, header.name(), fields, attributes, documentation, lexer.since(header.start()));
    }

    EnumBlock enumeration(BlockHeaders.Header header, String documentation) {
        List<EnumValue> values = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        SyntaxProblems inBlock = problems.about(header.name().text());
        lines.forEach(
                header,
                inBlock,
                above -> lexer.at("@")
                        ? blockAttribute(inBlock, attributes)
                        : enumValue(header, inBlock, above, values));
        return new EnumBlock(header.name(), values, attributes, documentation, lexer.since(header.start()));
    }

    private boolean blockAttribute(SyntaxProblems inBlock, List<Attribute> attributes) {
        PrismaLexer.Mark start = lexer.mark();
        if (!lexer.accept("@@")) {
            inBlock.because("a single @ belongs behind a field; write @@ for the whole block");
            return false;
        }
        Optional<Attribute> attribute = new ExpressionParser(lexer, inBlock).attribute(start);
        attribute.ifPresent(attributes::add);
        return attribute.isPresent() && lines.endOfLine(inBlock).isPresent();
    }

    private boolean field(BlockHeaders.Header header, SyntaxProblems inBlock, String above, List<FieldNode> fields) {
        PrismaLexer.Mark start = lexer.mark();
        Optional<Name> name = name(inBlock, "the name of a field, an attribute with @@ or a closing }");
        if (name.isEmpty()) {
            return false;
        }
        SyntaxProblems here =
                problems.about(header.name().text() + "." + name.get().text());
        here.checkName(name.get());
        lexer.skipSpaces();
        if (lexer.at(":")) {
            here.because("a field needs no colon; write a space");
            lexer.accept(":");
            lexer.skipSpaces();
        }
        Optional<TypedArity> type = type(here);
        if (type.isEmpty()) {
            return false;
        }
        List<Attribute> attributes = new ArrayList<>();
        Optional<String> behind = fieldAttributes(here, attributes) ? lines.endOfLine(here) : Optional.empty();
        fields.add(new FieldNode(
                name.get(),
                type.get().type(),
                type.get().arity(),
                attributes,
                Comments.join(above, behind.orElse("")),
                lexer.since(start)));
        return behind.isPresent();
    }

    private boolean enumValue(
            BlockHeaders.Header header, SyntaxProblems inBlock, String above, List<EnumValue> values) {
        PrismaLexer.Mark start = lexer.mark();
        Optional<Name> name = name(inBlock, "the name of a value, an attribute with @@ or a closing }");
        if (name.isEmpty()) {
            return false;
        }
        SyntaxProblems here =
                problems.about(header.name().text() + "." + name.get().text());
        here.checkName(name.get());
        List<Attribute> attributes = new ArrayList<>();
        Optional<String> behind = fieldAttributes(here, attributes) ? lines.endOfLine(here) : Optional.empty();
        if (behind.isPresent()) {
            values.add(new EnumValue(name.get(), attributes, Comments.join(above, behind.get()), lexer.since(start)));
        }
        return behind.isPresent();
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

    private record TypedArity(TypeNode type, Arity arity) {}

    private Optional<TypedArity> type(SyntaxProblems here) {
        if (lexer.at("[")) {
            here.because("a list is written Type[], not [Type]");
            lexer.accept("[");
            Optional<TypeNode> element = baseType(here);
            lexer.accept("]");
            return element.map(type -> new TypedArity(type, Arity.LIST));
        }
        Optional<TypeNode> type = baseType(here);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        PrismaLexer.Mark afterType = lexer.mark();
        lexer.skipSpaces();
        Arity arity = Arity.REQUIRED;
        if (lexer.accept("[]")) {
            arity = Arity.LIST;
            if (lexer.at("?")) {
                here.because("a list cannot be optional; write Type[], an empty list stands for nothing");
                lexer.accept("?");
            }
        } else if (lexer.accept("?")) {
            arity = Arity.OPTIONAL;
        } else if (lexer.at("!")) {
            here.because("a field is required unless it says otherwise; remove the !");
            lexer.accept("!");
        } else {
            lexer.reset(afterType);
        }
        return Optional.of(new TypedArity(type.get(), arity));
    }

    private Optional<TypeNode> baseType(SyntaxProblems here) {
        PrismaLexer.Mark start = lexer.mark();
        if (lexer.accept("Unsupported(")) {
            lexer.skipSpaces();
            Optional<String> text = new ExpressionParser(lexer, here).text();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            lexer.skipSpaces();
            if (!lexer.accept(")")) {
                return here.expected(")");
            }
            return Optional.of(new TypeNode(text.get(), true, lexer.since(start)));
        }
        Optional<String> word = lexer.word();
        if (word.isEmpty()) {
            return here.expected("the type of the field");
        }
        return Optional.of(new TypeNode(word.get(), false, lexer.since(start)));
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
