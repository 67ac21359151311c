package dev.schemawatch.replay;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.sql.SqlSecrets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration that did not go through.
 *
 * @param place the statement, or the place in it that PostgreSQL complains of
 */
public record FailedMigration(Migration migration, Location.InFile place, Cause cause) {
    public FailedMigration {
        Objects.requireNonNull(migration);
        Objects.requireNonNull(place);
        Objects.requireNonNull(cause);
    }

    /** The place with the lines around it. */
    public CodeFrame frame() {
        return CodeFrame.of(migration.script(), place);
    }

    /** As a finding at that place. */
    public Finding finding() {
        return rule().at(place, migration.name(), reason());
    }

    /** What is wrong and what to do, without a secret. */
    public String reason() {
        return SqlSecrets.of(migration.script()).hideIn(cause.sentence());
    }

    private Rule rule() {
        return switch (cause) {
            case Cause.Refused _, Cause.LostSession _, Cause.NulByte _, Cause.ByteOrderMark _ -> ReplayRules.FAILS;
            case Cause.TookTooLong _ -> ReplayRules.NEVER_ENDS;
            case Cause.OpenTransaction _, Cause.Unrecordable _ -> ReplayRules.NOT_RECORDED;
        };
    }

    /** Why it did not go through. */
    public sealed interface Cause {

        /** What is wrong and what to do; PostgreSQL may quote any part of the script in it. */
        String sentence();

        /**
         * PostgreSQL refused a statement.
         *
         * @param state SQLSTATE
         * @param message PostgreSQL's own
         */
        record Refused(String state, String message, Optional<String> detail, Optional<String> hint) implements Cause {
            private static final String IN_TRANSACTION = "25001";
            private static final String NOT_ALLOWED = "42501";

            @Override
            public String sentence() {
                return "PostgreSQL refuses it: " + message + " (" + state + ")."
                        + detail.map(text -> " " + text).orElse("")
                        + hint.map(text -> " " + text).orElse("")
                        + next();
            }

            private String next() {
                return switch (state) {
                    case IN_TRANSACTION ->
                        " Prisma before 7.4 sends the file as one transaction: put the statement into a migration of its own.";
                    case NOT_ALLOWED ->
                        " The dry run has the rights of the database's owner and no more: where the real role may do this,"
                                + " name a database with such a role by --shadow-url, and add --trust-migrations.";
                    default -> "";
                };
            }
        }

        /** It was cancelled. */
        record TookTooLong(Duration patience) implements Cause {
            @Override
            public String sentence() {
                return "it did not end within " + patience.toMillis() / 1000.0
                        + " s on an empty database and was cancelled. Give it more time with --timeout, or mend what it waits for.";
            }
        }

        /** The session is gone: the script ended it, or the server crashed. */
        record LostSession(String message) implements Cause {
            @Override
            public String sentence() {
                return "the session with PostgreSQL ended in it: " + message
                        + ". A migration must not end sessions or stop the server.";
            }
        }

        /** The script has a byte that no SQL can have. */
        record NulByte() implements Cause {
            @Override
            public String sentence() {
                return "there is a NUL character here, which PostgreSQL cannot read. Save the file as plain UTF-8 text.";
            }
        }

        /** The script begins with a mark that Prisma sends along, and PostgreSQL takes for a part of the first word (42601). */
        record ByteOrderMark() implements Cause {
            @Override
            public String sentence() {
                return "the file begins with a byte order mark, which Prisma sends to PostgreSQL as a part of the first word."
                        + " Save the file as UTF-8 without BOM.";
            }
        }

        /** The script begins a transaction that it does not end. */
        record OpenTransaction() implements Cause {
            @Override
            public String sentence() {
                return "it leaves a transaction open, so that all of it, and all that follows, is undone when Prisma disconnects."
                        + " End it with COMMIT, or leave BEGIN out: Prisma's own transaction is enough.";
            }
        }

        /** The script went through, and then Prisma cannot write its row. */
        record Unrecordable(String message) implements Cause {
            @Override
            public String sentence() {
                return "it goes through, and then Prisma cannot record it: " + message
                        + ". Most often the script changes search_path for the whole session: use SET LOCAL, or set it back.";
            }
        }
    }
}
