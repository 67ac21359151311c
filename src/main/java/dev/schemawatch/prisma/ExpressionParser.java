package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses attributes and values, none of which reaches across a line's end. A method that returns nothing has named the
 * problem in the log; the caller then gives up the line.
 */
final class ExpressionParser {
    /** Far beyond any real schema; it keeps the recursion from exhausting the stack. */
    private static final int DEEPEST = 64;

    private final PrismaLexer lexer;
    private final SyntaxProblems problems;

    ExpressionParser(PrismaLexer lexer, SyntaxProblems problems) {
        this.lexer = lexer;
        this.problems = problems;
    }

    /**
     * Parses what follows the {@code @} or {@code @@} of an attribute.
     *
     * @param start of the signs
     */
    Optional<Attribute> attribute(PrismaLexer.Mark start) {
        lexer.skipSpaces();
        PrismaLexer.Mark nameStart = lexer.mark();
        Optional<String> name = lexer.dottedName();
        if (name.isEmpty()) {
            return problems.expected("the name of an attribute");
        }
        Location.InFile nameOnly = lexer.since(nameStart);
        lexer.skipSpaces();
        if (!lexer.at("(")) {
            return Optional.of(new Attribute(name.get(), nameOnly, List.of(), List.of(), lexer.since(start)));
        }
        // Prisma takes a last comma after the arguments of a native type, and of nothing else.
        boolean lastComma = name.get().contains(".");
        return arguments(0, lastComma)
                .map(list ->
                        new Attribute(name.get(), nameOnly, list.arguments(), list.valueless(), lexer.since(start)));
    }

    Optional<Expression> expression() {
        return expression(0);
    }

    private Optional<Expression> expression(int depth) {
        if (depth == DEEPEST) {
            return problems.because("more than " + DEEPEST + " values inside one another; nest less");
        }
        PrismaLexer.Mark start = lexer.mark();
        if (lexer.at("[")) {
            return array(depth);
        }
        if (lexer.at("{")) {
            return dictionary(depth);
        }
        if (lexer.at("\"")) {
            return text().map(value -> new Expression.Text(value, lexer.since(start)));
        }
        if (lexer.at("-")) {
            return number(start);
        }
        Optional<String> name = lexer.dottedName();
        if (name.isEmpty()) {
            return problems.expected("a value");
        }
        Location.InFile place = lexer.since(start);
        PrismaLexer.Mark afterName = lexer.mark();
        lexer.skipSpaces();
        if (lexer.at("(")) {
            return arguments(depth, false)
                    .map(list ->
                            new Expression.Call(name.get(), list.arguments(), list.valueless(), lexer.since(start)));
        }
        lexer.reset(start);
        if (lexer.atDigit()) {
            return number(start);
        }
        lexer.reset(afterName);
        return Optional.of(new Expression.Constant(name.get(), place));
    }

    /** Parses a string, unescaped. */
    Optional<String> text() {
        PrismaLexer.Mark start = lexer.mark();
        Optional<String> quoted = lexer.quoted();
        if (quoted.isEmpty()) {
            lexer.reset(start);
            return lexer.at("\"")
                    ? problems.because(
                            "this string is not closed; end it with \" on the same line, and write a tab as \\t")
                    : problems.expected("a string in double quotes");
        }
        return Optional.of(new StringEscapes(problems, lexer.since(start), quoted.get()).unescape());
    }

    private Optional<Expression> number(PrismaLexer.Mark start) {
        Optional<String> digits = lexer.number();
        if (digits.isEmpty()) {
            return problems.expected("a number");
        }
        return Optional.of(new Expression.Numeral(digits.get(), lexer.since(start)));
    }

    private Optional<Expression> array(int depth) {
        PrismaLexer.Mark start = lexer.mark();
        lexer.accept("[");
        lexer.skipSpaces();
        List<Expression> elements = new ArrayList<>();
        while (!lexer.accept("]")) {
            if (!elements.isEmpty() && !comma("]")) {
                return Optional.empty();
            }
            Optional<Expression> element = expression(depth + 1);
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(element.get());
            lexer.skipSpaces();
        }
        return Optional.of(new Expression.Array(elements, lexer.since(start)));
    }

    private Optional<Expression> dictionary(int depth) {
        PrismaLexer.Mark start = lexer.mark();
        lexer.accept("{");
        lexer.skipSpaces();
        List<Argument> entries = new ArrayList<>();
        while (!lexer.accept("}")) {
            if (!entries.isEmpty() && !comma("}")) {
                return Optional.empty();
            }
            PrismaLexer.Mark entryStart = lexer.mark();
            Optional<Name> key = key();
            if (key.isEmpty()) {
                return problems.expected("a key and a colon");
            }
            Optional<Expression> value = expression(depth + 1);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            entries.add(new Argument(key, value.get(), lexer.since(entryStart)));
            lexer.skipSpaces();
        }
        return Optional.of(new Expression.Dictionary(entries, lexer.since(start)));
    }

    /** What stands between two parentheses. */
    private record ArgumentList(List<Argument> arguments, List<Name> valueless) {}

    /** Parses from the opening to the closing parenthesis. */
    private Optional<ArgumentList> arguments(int depth, boolean lastComma) {
        lexer.accept("(");
        lexer.skipSpaces();
        List<Argument> arguments = new ArrayList<>();
        List<Name> valueless = new ArrayList<>();
        while (!lexer.accept(")")) {
            PrismaLexer.Mark comma = lexer.mark();
            if (!arguments.isEmpty() || !valueless.isEmpty()) {
                if (!lexer.accept(",")) {
                    return problems.expected("a comma or )");
                }
                lexer.skipSpaces();
                if (lexer.at(")")) {
                    lastComma(comma, lastComma);
                    continue;
                }
            }
            PrismaLexer.Mark start = lexer.mark();
            Optional<Name> key = key();
            if (key.isPresent() && (lexer.at(",") || lexer.at(")"))) {
                valueless.add(key.get());
                continue;
            }
            Optional<Expression> value = expression(depth + 1);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(new Argument(key, value.get(), lexer.since(start)));
            lexer.skipSpaces();
        }
        return Optional.of(new ArgumentList(arguments, valueless));
    }

    private void lastComma(PrismaLexer.Mark comma, boolean allowed) {
        if (!allowed) {
            PrismaLexer.Mark here = lexer.mark();
            lexer.reset(comma);
            lexer.accept(",");
            problems.at(lexer.since(comma), "no comma may come last; remove it");
            lexer.reset(here);
        }
    }

    /** Takes a comma, and the spaces after it. */
    private boolean comma(String closing) {
        if (!lexer.accept(",")) {
            problems.expected("a comma or " + closing);
            return false;
        }
        lexer.skipSpaces();
        if (lexer.at(closing)) {
            problems.because("no comma may come last; remove it");
            return false;
        }
        return true;
    }

    /** Takes a name with its colon and the spaces after it; nothing when no colon follows. */
    private Optional<Name> key() {
        PrismaLexer.Mark start = lexer.mark();
        Optional<String> word = lexer.word();
        Location.InFile place = lexer.since(start);
        lexer.skipSpaces();
        if (word.isEmpty() || !lexer.accept(":")) {
            lexer.reset(start);
            return Optional.empty();
        }
        lexer.skipSpaces();
        return Optional.of(new Name(word.get(), place));
    }
}
