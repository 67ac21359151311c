package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts what the parser stumbles over into the log. A line that cannot be read is one fault, placed where Prisma places it: on
 * the line as a whole; the message says at which column the trouble starts. Never quotes a value: it may be a URL with a
 * password.
 */
final class SyntaxProblems {
    private final PrismaLexer lexer;
    private final FindingLog log;
    private final String subject;
    /** Why the line at hand cannot be read: what was found first counts. */
    private final List<Reason> reasons;

    /** @param subject what the problems are about: a block, or a member of it */
    SyntaxProblems(PrismaLexer lexer, FindingLog log, String subject) {
        this(lexer, log, subject, new ArrayList<>());
    }

    private SyntaxProblems(PrismaLexer lexer, FindingLog log, String subject, List<Reason> reasons) {
        this.lexer = lexer;
        this.log = log;
        this.subject = subject;
        this.reasons = reasons;
    }

    private record Reason(String subject, String message) {}

    /** The problems of another block or member. */
    SyntaxProblems about(String declaration) {
        return new SyntaxProblems(lexer, log, declaration, reasons);
    }

    /** Something else stands here than the grammar allows, and the line is given up. */
    <T> Optional<T> expected(String what) {
        return because("expected " + what + ", but " + found());
    }

    /** The line is given up here, for a reason in a sentence without its dot. */
    <T> Optional<T> because(String message) {
        reasons.add(new Reason(subject, "at column " + lexer.mark().column() + ": " + message));
        return Optional.empty();
    }

    /** Takes the rest of a line that could not be read, with its end, and reports the whole of it. */
    void unreadableLine(PrismaLexer.Mark start) {
        lexer.restOfLine();
        lexer.acceptLineEnd();
        Reason first = reasons.isEmpty() ? new Reason(subject, "this line cannot be read") : reasons.getFirst();
        log.add(SchemaRules.SYNTAX, lexer.since(start), first.subject(), first.message());
        forgetReason();
    }

    /** Starts a new line, or a new attempt to read one. */
    void forgetReason() {
        reasons.clear();
    }

    /** A problem that does not keep the line from being read. */
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
