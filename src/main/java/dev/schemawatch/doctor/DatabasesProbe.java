package dev.schemawatch.doctor;

import dev.schemawatch.env.Secret;
import dev.schemawatch.postgres.Checkup.Examined;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.DatabaseTargets;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every database of the repository: the server, the role, its privileges, and the shadow database beside it. */
record DatabasesProbe(DatabaseTargets targets, Optional<Secret> databaseUrl, Setup setup, Workspace workspace)
        implements Probe {
    private static final String UNKNOWN = "the database could not be examined.";

    private static final String EXAMPLE = "DATABASE_URL=\"postgresql://USER:PASSWORD@HOST:5432/DATABASE\"";

    @Override
    public Stream<Diagnosis> examine() {
        List<DatabaseTarget> found = targets.find(databaseUrl);
        List<Url> urls = found.stream().map(DatabaseTarget::url).toList();
        List<Patient> patients =
                found.stream().map(target -> admit(target, urls)).toList();
        return patients.stream().flatMap(this::examine);
    }

    /** What is its own shadow is not examined twice: a role may have few connections. */
    private Patient admit(DatabaseTarget target, List<Url> all) {
        Path certificates = setup.root().resolve(ProjectSchemas.folder(workspace, target.schema()));
        Url shadow = targets.shadowOf(target);
        boolean taken = shadow instanceof Url.Usable usable
                && all.stream()
                        .anyMatch(url ->
                                url instanceof Url.Usable other && other.url().sameDatabaseAs(usable.url()));
        return new Patient(
                all.size() > 1 ? target.name() : "",
                Examination.start(target.url(), certificates),
                taken ? Examination.none(shadow) : Examination.start(shadow, certificates),
                taken);
    }

    private Stream<Diagnosis> examine(Patient patient) {
        Subject role = patient.subject("role");
        Subject privileges = patient.subject("privileges");
        Optional<Examined> seen = patient.database
                .checkup()
                .flatMap(checkup -> checkup instanceof Examined examined ? Optional.of(examined) : Optional.empty());
        return Stream.of(
                        database(patient),
                        seen.<Probe>map(examined -> new RoleProbe(role, examined))
                                .orElse(() -> Stream.of(role.skipped(UNKNOWN, List.of()))),
                        seen.<Probe>map(examined -> new PrivilegesProbe(privileges, examined))
                                .orElse(() -> Stream.of(privileges.skipped(UNKNOWN, List.of()))),
                        new ShadowProbe(patient.subject("shadow-database"), patient.shadow, seen, patient.shadowTaken))
                .flatMap(Probe::examine);
    }

    /** Not to have a URL is a fault only where the configuration wants one. */
    private Probe database(Patient patient) {
        Subject subject = patient.subject("database");
        return switch (patient.database.url()) {
            case Url.Usable usable ->
                new DatabaseProbe(subject, usable, patient.database.checkup().orElseThrow());
            case Url.Unusable(String message) -> () -> Stream.of(subject.error(message, List.of()));
            case Url.NotFound(String message) ->
                () -> Stream.of(
                        setup.config().databases().isEmpty()
                                ? subject.skipped(message, List.of(EXAMPLE))
                                : subject.error(message, List.of(EXAMPLE)));
        };
    }

    /** A database under examination, with its shadow. */
    private record Patient(String name, Examination database, Examination shadow, boolean shadowTaken) {
        Subject subject(String probe) {
            return new Subject(probe, name);
        }
    }
}
