package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.PrismaAst.Name;
import java.util.Optional;

/** Puts what the parser stumbles over into the log, at the place where it stands. Never quotes a value: it may be a URL with a password. */
final class SyntaxProblems {
    private final PrismaLexer lexer;
    private final FindingLog log;
    private final String subject;

    /** @param subject what the problems are about: a block, or a member of it */
    SyntaxProblems(PrismaLexer lexer, FindingLog log, String subject) {
        this.lexer = lexer;
        this.log = log;
        this.subject = subject;
    }

    /** The problems of another block or member. */
    SyntaxProblems about(String declaration) {
        return new SyntaxProblems(lexer, log, declaration);
    }

    /** Something else stands here than the grammar allows. */
    <T> Optional<T> expected(String what) {
        return because("expected " + what + ", but " + found());
    }

    /** A problem at this place, in a sentence without its dot. */
    <T> Optional<T> because(String message) {
        PrismaLexer.Mark start = lexer.mark();
        lexer.oneCharacter();
        Location.InFile place = lexer.since(start);
        lexer.reset(start);
        at(place, message);
        return Optional.empty();
    }

    /** Something that Prisma reads without complaint, but not as its author means it. */
    void warning(String message) {
        PrismaLexer.Mark start = lexer.mark();
        lexer.restOfLine();
        log.add(SchemaRules.SYNTAX.at(lexer.since(start), subject, message).withSeverity(Severity.WARNING));
        lexer.reset(start);
    }

    /** Holds a declared name against the rules for names. */
    void checkName(Name name) {
        if (Character.isDigit(name.text().codePointAt(0))) {
            at(name.location(), "a name must not start with a digit; a column or table can keep such a name by @map");
        } else if (name.text().contains("-")) {
            at(name.location(), "a name must not contain -; a column or table can keep such a name by @map");
        }
    }

    void missingValue(Name key) {
        at(key.location(), "the argument " + key.text() + " has no value; write one after the colon");
    }

    void at(Location.InFile location, String message) {
        log.add(SchemaRules.SYNTAX, location, subject, message);
    }

    private String found() {
        if (lexer.atEnd()) {
            return "the file ends here";
        }
        if (lexer.atLineEnd()) {
            return "the line ends here";
        }
        PrismaLexer.Mark start = lexer.mark();
        lexer.oneCharacter();
        String character = lexer.textSince(start);
        lexer.reset(start);
        return "found " + character;
    }
}
