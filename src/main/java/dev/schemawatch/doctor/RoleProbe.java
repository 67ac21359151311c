package dev.schemawatch.doctor;

import dev.schemawatch.postgres.Checkup.Examined;
import dev.schemawatch.postgres.Checkup.Power;
import dev.schemawatch.postgres.Checkup.Power.Kind;
import dev.schemawatch.postgres.Checkup.WriteAttempt;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the role can do harm: what it may do beside reading, and what became of a write. */
record RoleProbe(Subject subject, Examined seen) implements Probe {
    private static final String HARMLESS_ROLE = "schemawatch";

    @Override
    public Stream<Diagnosis> examine() {
        boolean permitted = seen.write() instanceof WriteAttempt.Permitted;
        if (seen.powers().isEmpty() && !permitted) {
            return Stream.of(subject.ok(seen.role() + " can read the catalog, and change nothing" + attempt() + "."));
        }
        String powers = seen.powers().stream().map(RoleProbe::words).collect(Collectors.joining("; "));
        return Stream.of(subject.warning(
                seen.role() + " could do harm: it " + (powers.isEmpty() ? "may write" : powers) + attempt() + ". "
                        + "Schemawatch never writes; a role that cannot is proof of it. Run as an administrator"
                        + (seen.server().standby() ? ", on the primary:" : ":"),
                remedy()));
    }

    private String attempt() {
        return switch (seen.write()) {
            case WriteAttempt.Refused() -> " (a write was tried and refused)";
            case WriteAttempt.Permitted() -> " (a write was tried, permitted and undone)";
            case WriteAttempt.NotTried(String reason) -> " (no write was tried: " + reason + ")";
        };
    }

    private static String words(Power power) {
        return switch (power.kind()) {
            case SUPERUSER -> "is a superuser";
            case ACTS_ON_SERVER -> "may act on the server itself";
            case BYPASSES_RLS -> "bypasses row-level security";
            case CREATES_ROLES -> "may create roles";
            case CREATES_DATABASES -> "may create databases";
            case REPLICATES -> "may replicate all of the server";
            case OWNS -> "owns " + objects(power);
            case CREATES_OBJECTS -> "may create objects in " + objects(power);
            case WRITES -> "may change the content of " + objects(power);
            case SETS_TRIGGERS -> "has the TRIGGER privilege on " + objects(power);
            case MAINTAINS -> "has the MAINTAIN privilege on " + objects(power);
            case ACTS_AS_OWNER -> "may call, with the rights of their owners, " + objects(power);
        };
    }

    private static String objects(Power power) {
        long more = power.count() - power.examples().size();
        return String.join(", ", power.examples()) + (more == 0 ? "" : " and " + more + " more");
    }

    /**
     * What everybody may do, and not this role alone, is taken from everybody: up to PostgreSQL 14 to create objects in {@code public},
     * and in all releases to call any function.
     */
    private List<String> remedy() {
        if (seen.powers().size() == 1 && seen.powers().getFirst().kind() == Kind.ACTS_AS_OWNER) {
            return seen.powers().getFirst().examples().stream()
                    .map(routine -> "REVOKE EXECUTE ON ROUTINE " + routine + " FROM PUBLIC, " + seen.role() + ";")
                    .toList();
        }
        if (seen.powers().size() == 1 && seen.powers().getFirst().kind() == Kind.CREATES_OBJECTS) {
            return seen.powers().getFirst().examples().stream()
                    .map(object -> "REVOKE CREATE ON " + object + " FROM PUBLIC, " + seen.role() + ";")
                    .toList();
        }
        return Stream.of(
                        Stream.of(
                                "CREATE ROLE " + HARMLESS_ROLE + " LOGIN NOINHERIT CONNECTION LIMIT 2;",
                                "ALTER ROLE " + HARMLESS_ROLE + " SET default_transaction_read_only = on;",
                                "GRANT CONNECT ON DATABASE " + seen.server().database() + " TO " + HARMLESS_ROLE + ";"),
                        seen.needed().stream().map(grant -> grant.to(HARMLESS_ROLE)),
                        Stream.of("\\password " + HARMLESS_ROLE))
                .flatMap(lines -> lines)
                .toList();
    }
}
