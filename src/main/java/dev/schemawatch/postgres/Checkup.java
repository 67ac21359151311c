package dev.schemawatch.postgres;

import dev.schemawatch.engine.DatabaseState.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an examination of a connection came to. Names of objects are quoted as SQL wants them; none of it is a secret. */
public sealed interface Checkup {

    /** @param reason says why it could not be examined, and what to do */
    record Unreachable(Unavailable reason, Obstacle obstacle) implements Checkup {}

    /** What keeps a connection from being made, as far as there is a way to mend it from here. */
    enum Obstacle {
        /** Nobody listens there. */
        REFUSED,
        /** The server answers and has no such database. */
        NO_DATABASE,
        OTHER
    }

    /**
     * It answered.
     *
     * @param role by which it was examined
     * @param powers what that role can do beside reading; empty for a harmless one
     * @param write what became of a write that was tried
     * @param needed what a look needs beside the right to connect
     */
    record Examined(Server server, String role, List<Power> powers, WriteAttempt write, List<Grant> needed)
            implements Checkup {
        public Examined {
            Objects.requireNonNull(server);
            Objects.requireNonNull(role);
            powers = List.copyOf(powers);
            Objects.requireNonNull(write);
            needed = List.copyOf(needed);
        }
    }

    /**
     * The server as the connection has it.
     *
     * @param version as PostgreSQL prints it, for example {@code 17.2}
     * @param major its first part
     * @param standby whether it is a copy that takes no writes
     * @param tls protocol and cipher; empty for a connection that is not encrypted
     * @param database the database's name
     * @param relations how many tables and views are there, whoever may read them
     * @param deployed whether one of them records migrations that were deployed
     * @param roundTrip the median time that an empty question takes
     */
    record Server(
            String version,
            int major,
            boolean standby,
            Optional<String> tls,
            String database,
            long relations,
            boolean deployed,
            Duration roundTrip) {
        public Server {
            Objects.requireNonNull(version);
            Objects.requireNonNull(tls);
            Objects.requireNonNull(database);
            Objects.requireNonNull(roundTrip);
        }
    }

    /**
     * Something that a look needs.
     *
     * @param privilege with the object that it is on: {@code USAGE ON SCHEMA public}
     * @param missing whether the role that was examined lacks it; without it the look stays incomplete
     */
    record Grant(String privilege, boolean missing) {

        /** The statement that grants it. */
        public String to(String role) {
            return "GRANT " + privilege + " TO " + role + ";";
        }
    }

    /**
     * Something that a role can do, or a role that it may become.
     *
     * @param count how many objects it can do it with; for what is an attribute of roles, how many roles have it
     * @param examples some of them, sorted
     */
    record Power(Kind kind, long count, List<String> examples) {
        public Power {
            Objects.requireNonNull(kind);
            examples = List.copyOf(examples);
        }

        /** The gravest first. */
        public enum Kind {
            SUPERUSER,
            ACTS_ON_SERVER,
            BYPASSES_RLS,
            CREATES_ROLES,
            CREATES_DATABASES,
            REPLICATES,
            OWNS,
            CREATES_OBJECTS,
            WRITES,
            /** It may make triggers, which run with each write of somebody else. */
            SETS_TRIGGERS,
            /** It may lock tables and build them anew; a right since PostgreSQL 17. */
            MAINTAINS,
            /** It may call functions that run with the rights of an owner that it is not. */
            ACTS_AS_OWNER
        }
    }

    /** What became of a write that was tried, and is undone whatever became of it. */
    sealed interface WriteAttempt {

        /** PostgreSQL did not permit it. */
        record Refused() implements WriteAttempt {}

        /** Nothing would have kept it from being done. */
        record Permitted() implements WriteAttempt {}

        /** @param reason why nothing is known, as the end of a sentence */
        record NotTried(String reason) implements WriteAttempt {}
    }
}
