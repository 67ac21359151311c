package dev.schemawatch.doctor;

import dev.schemawatch.postgres.Checkup.Examined;
import dev.schemawatch.postgres.Checkup.Grant;
import java.util.List;
import java.util.stream.Stream;

/** Whether the role may read all that a look needs. */
record PrivilegesProbe(Subject subject, Examined seen) implements Probe {

    @Override
    public Stream<Diagnosis> examine() {
        List<String> missing = seen.needed().stream()
                .filter(Grant::missing)
                .map(grant -> grant.to(seen.role()))
                .toList();
        return Stream.of(
                missing.isEmpty()
                        ? subject.ok(seen.role() + " may read the catalog and the migration history.")
                        : subject.warning(
                                seen.role() + " may not read all that a look needs, so it stays incomplete."
                                        + " Run as an administrator"
                                        + (seen.server().standby() ? ", on the primary:" : ":"),
                                missing));
    }
}
