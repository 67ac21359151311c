package dev.schemawatch.scratch;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.FailedMigration.Cause;
import dev.schemawatch.sql.SqlStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL says of a script that it does not run. */
record SqlComplaint(SQLException error) {
    /** PostgreSQL's context of an error in a DO block, whose lines are counted from the one with the opening quotes. */
    private static final Pattern LINE_OF_BLOCK = Pattern.compile("inline_code_block line (\\d+)");

    private static final Pattern QUOTES = Pattern.compile("\\$\\w*\\$|'");

    /** Where in what was sent, if it says so. */
    Optional<Integer> offset(String sent) {
        return said().map(ServerErrorMessage::getPosition)
                .filter(position -> position > 0 && position <= sent.length() + 1)
                .map(position ->
                        sent.offsetByCodePoints(0, Math.min(position - 1, sent.codePointCount(0, sent.length()))));
    }

    /** The statement, or the line of the DO block that it is. */
    Location.InFile within(SqlStatement statement, Migration migration) {
        Optional<Integer> line = said().map(ServerErrorMessage::getWhere).flatMap(where -> {
            Matcher matcher = LINE_OF_BLOCK.matcher(where);
            return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
        });
        Matcher quotes = QUOTES.matcher(statement.text());
        if (line.isEmpty() || !quotes.find()) {
            return statement.location();
        }
        String script = migration.script();
        int at = statement.location().offset() + quotes.end();
        for (int number = 1; number < line.get() && script.indexOf('\n', at) >= 0; number++) {
            at = script.indexOf('\n', at) + 1;
        }
        while (at < script.length() - 1 && Character.isWhitespace(script.charAt(at))) {
            at++;
        }
        return Location.InFile.of(migration.path(), script, new Span(at, at));
    }

    Cause cause() {
        return said().<Cause>map(said -> new Cause.Refused(
                        String.valueOf(error.getSQLState()),
                        message(),
                        sentence(said.getDetail()),
                        sentence(said.getHint())))
                .filter(_ -> !endsSession())
                .orElseGet(() -> new Cause.LostSession(message()));
    }

    /** PostgreSQL's own words where it has said something, else the driver's. */
    String message() {
        return said().map(ServerErrorMessage::getMessage).orElseGet(() -> String.valueOf(error.getMessage()));
    }

    /** PostgreSQL manual, appendix A: class 08 is about connections, 57P an intervention of the operator. */
    private boolean endsSession() {
        String state = String.valueOf(error.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    private Optional<ServerErrorMessage> said() {
        return error instanceof PSQLException fromServer
                ? Optional.ofNullable(fromServer.getServerErrorMessage())
                : Optional.empty();
    }

    private static Optional<String> sentence(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).filter(said -> !said.isBlank());
    }
}
