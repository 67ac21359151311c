package dev.schemawatch.report;

import static java.util.stream.Collectors.joining;

import dev.schemawatch.plan.Hazard;
import dev.schemawatch.plan.LeftOut;
import dev.schemawatch.plan.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Planned statements as a migration's script. It looks like one that Prisma has generated: a comment above each statement says
 * that nobody wrote it by hand, and one in front of all lists what can be lost or can fail.
 *
 * @param namespace whose objects are named without it, so that the script runs in whatever namespace a URL names; empty where
 *     names stay whole
 */
public record GeneratedMigration(List<Statement> statements, List<LeftOut> leftOut, String namespace) {
    private static final Set<Hazard> WARNED_OF = Set.of(Hazard.DELETES_DATA, Hazard.FAILS_ON_SOME_ROWS);

    /** A string or a quoted name as a whole, so that nothing inside of it is taken for a name. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"\\.?");

    private static final Pattern FIRST_WORDS =
            Pattern.compile("(CREATE|ALTER|DROP) (?:UNIQUE )?(TABLE|TYPE|INDEX|SCHEMA|EXTENSION|SEQUENCE)");

    public GeneratedMigration {
        statements = List.copyOf(statements);
        leftOut = List.copyOf(leftOut);
    }

    /** The script. */
    public String text() {
        return warnings() + statements.stream().map(this::statement).collect(joining("\n")) + omissions();
    }

    private String warnings() {
        String lines = statements.stream()
                .flatMap(statement -> statement.hazards().stream()
                        .filter(WARNED_OF::contains)
                        .map(hazard -> "  - " + inComment(statement.why()) + ": " + hazard.words() + "\n"))
                .distinct()
                .collect(joining());
        return lines.isEmpty() ? "" : "/*\n  Warnings:\n\n" + lines + "\n*/\n";
    }

    private String statement(Statement statement) {
        return "-- " + heading(statement.sql()) + "\n" + unqualified(statement.sql()) + ";\n";
    }

    /** As Prisma 6.19 calls its steps. */
    private static String heading(String sql) {
        if (sql.contains(" FOREIGN KEY ")) {
            return "AddForeignKey";
        }
        Matcher words = FIRST_WORDS.matcher(sql);
        if (!words.lookingAt()) {
            return "AlterTable";
        }
        String verb = words.group(1);
        String kind = words.group(2).equals("TYPE") ? "ENUM" : words.group(2);
        return capitalised(verb) + capitalised(kind);
    }

    private static String capitalised(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private String unqualified(String sql) {
        String qualifier = '"' + namespace.replace("\"", "\"\"") + "\".";
        return namespace.isEmpty()
                ? sql
                : QUOTED.matcher(sql)
                        .replaceAll(quoted ->
                                quoted.group().equals(qualifier) ? "" : Matcher.quoteReplacement(quoted.group()));
    }

    private String omissions() {
        String lines = leftOut.stream()
                .filter(left -> left.cause() != LeftOut.Cause.HARMLESS)
                .map(left -> "--   " + Printable.of(Words.difference(left.difference()) + ": " + left.reason()) + "\n")
                .collect(joining());
        return lines.isEmpty() ? "" : "\n-- Left out:\n" + lines;
    }

    /** A name must not end the comment. */
    private static String inComment(String text) {
        return Printable.of(text).replace("*/", "* /").replace("/*", "/ *");
    }
}
