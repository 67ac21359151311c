package dev.schemawatch.report;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.Difference.Weight;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Location.InDatabase;
import dev.schemawatch.finding.Location.InFile;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.finding.Span;
import dev.schemawatch.finding.Suppression;
import dev.schemawatch.migration.HistoryVerdict;
import dev.schemawatch.schema.QualifiedName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Outcomes of the booking application, for the golden reports. */
final class OutcomeFixtures {
    static final String SCHEMA = "server/prisma/schema.prisma";
    static final Duration ELAPSED = Duration.ofMillis(31);
    static final Instant STARTED = Instant.parse("2026-11-22T12:04:07.120Z");
    static final QualifiedName BOOKING = new QualifiedName("public", "Booking");

    static final Rule TENANT_RULE = Rule.named("tenant-isolation", Severity.ERROR)
            .summary("A model has no tenant")
            .why("Rows of one tenant are shown to another.")
            .instead("Add the field.")
            .formerly("tenant");

    static final Finding MISSING_TENANT = new Finding(
            "tenant-isolation",
            Severity.ERROR,
            new InFile(SCHEMA, 41, 1, 900, 5),
            "Venue",
            "model Venue has no field tenantId: add it");
    static final Finding EMPTY_FOLDER = new Finding(
            "no-empty-migration-folder",
            Severity.ERROR,
            InFile.whole("server/prisma/migrations/20240501120000_venue\u001B[2J"),
            "",
            "the folder holds no migration.sql");
    static final Finding NO_MIGRATION = new Finding(
            "schema-change-needs-migration",
            Severity.WARNING,
            new InFile(SCHEMA, 12, 3, 300, 5),
            "",
            "the schema changed since the last commit, and no migration did");

    static final Finding EDITED_MIGRATION = new Finding(
            "migration-edited",
            Severity.WARNING,
            new InDatabase("dev", "20240115103000_packages"),
            "20240115103000_packages",
            "migration 20240115103000_packages was changed in the repository after it was applied");

    static final DriftFinding MISSING_COLUMN = new DriftFinding(
            difference(
                    SchemaObject.of(ObjectKind.COLUMN, new QualifiedName("public", "Tenant"), "landingPageConfig"),
                    Verdict.MISSING,
                    Weight.BREAKING,
                    Optional.empty(),
                    "jsonb",
                    ""),
            Severity.ERROR,
            Optional.of(new InFile(SCHEMA, 23, 3, 500, 17)),
            Optional.empty(),
            Optional.empty());
    static final DriftFinding OTHER_TYPE = new DriftFinding(
            new Difference(
                    SchemaObject.of(ObjectKind.COLUMN, BOOKING, "total\u202E"),
                    Verdict.DIFFERENT,
                    Weight.NOTABLE,
                    Optional.of("type"),
                    "numeric(10,2)",
                    "integer",
                    Optional.of("existing values would be rounded")),
            Severity.WARNING,
            Optional.of(new InFile(SCHEMA, 52, 3, 1100, 5)),
            Optional.of(new InFile("prisma/migrations/20240501080000_totals/migration.sql", 4, 1, 60, 80)),
            Optional.empty());
    private static final DriftFinding UNDECIDED = new DriftFinding(
            difference(
                    SchemaObject.of(ObjectKind.COLUMN, BOOKING, "code"),
                    Verdict.UNDECIDED,
                    Weight.NOTABLE,
                    Optional.of("default"),
                    "upper(substr(md5(random()::text), 1, 8)) || '-booking'::text",
                    "(upper(substr(md5((random())::text), 1, 8)) || '-booking'::text)"),
            Severity.INFO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final Finding SUPPRESSED = new Finding(
            "unique-without-tenant",
            Severity.WARNING,
            new Location.InFile("prisma/schema.prisma", 44, 3, 910, 15),
            "Package(code)",
            "unique code of model Package spans all tenants; make it @@unique([tenantId, code])");
    static final Suppression SUPPRESSION = new Suppression(
            "unique-without-tenant",
            new Location.InFile("prisma/schema.prisma", 43, 3, 840, 67),
            new Suppression.Covered.Part(new Span(910, 925)),
            Optional.of("codes are printed on vouchers that any tenant takes"));
    private static final DriftFinding PENDING = new DriftFinding(
            difference(
                    SchemaObject.of(ObjectKind.INDEX, BOOKING, "Booking_tenantId_idx"),
                    Verdict.MISSING,
                    Weight.NOTABLE,
                    Optional.empty(),
                    "(tenantId)",
                    ""),
            Severity.WARNING,
            Optional.empty(),
            Optional.empty(),
            Optional.of("20240601090000_booking_index"));

    private OutcomeFixtures() {}

    static Run run(String command, Run.Status status, Outcome outcome) {
        return run(command, status, outcome, new Checkout("", SCHEMA, Map.of()));
    }

    static Run run(String command, Run.Status status, Outcome outcome, Checkout checkout) {
        return new Run(
                "1.2.3",
                command,
                "",
                status,
                Optional.of(Severity.ERROR),
                outcome,
                Optional.empty(),
                STARTED,
                ELAPSED,
                checkout,
                List.of(TENANT_RULE),
                Optional.empty());
    }

    static Run failedRun(String message) {
        return Run.failed(
                "1.2.3", "check", "", message, STARTED, ELAPSED, new Checkout("", "schemawatch.yaml", Map.of()));
    }

    static Outcome clean() {
        return outcome(List.of(), Map.of());
    }

    static Outcome findings() {
        return new Outcome(
                List.of(NO_MIGRATION, MISSING_TENANT, EMPTY_FOLDER),
                List.of(new Outcome.Suppressed(SUPPRESSED, SUPPRESSION)),
                List.of(new Outcome.SkippedCheck("required-models", "The schema could not be read.")),
                new TreeMap<>());
    }

    static Outcome drift() {
        return outcome(
                List.of(),
                Map.of(
                        "dev",
                        compared(List.of(EDITED_MIGRATION), MISSING_COLUMN, OTHER_TYPE, UNDECIDED, PENDING),
                        "staging",
                        new DatabaseOutcome.NotCompared(Reason.CONNECT, "nobody listens at db.example:5432"),
                        "reporting",
                        new DatabaseOutcome.Compared(
                                "16.4",
                                List.of(),
                                new History.Unreadable<>("this role may not read public._prisma_migrations."),
                                List.of(),
                                9),
                        "test",
                        new DatabaseOutcome.Compared("15.18", List.of(), new History.NoTable<>(), List.of(), 9)));
    }

    static DatabaseOutcome.Compared compared(DriftFinding... drift) {
        return compared(List.of(), drift);
    }

    static DatabaseOutcome.Compared compared(List<Finding> findings, DriftFinding... drift) {
        return new DatabaseOutcome.Compared(
                "17.2",
                List.of(drift),
                new History.Read<>(new HistoryVerdict(
                        List.of("20240108090000_init", "20240115103000_packages"),
                        List.of("20240601090000_booking_index"),
                        List.of(),
                        List.of("20240115103000_packages"),
                        List.of(),
                        List.of())),
                findings,
                9);
    }

    static Outcome outcome(List<Finding> findings, Map<String, DatabaseOutcome> databases) {
        return new Outcome(findings, List.of(), List.of(), new TreeMap<>(databases));
    }

    private static Difference difference(
            SchemaObject object,
            Verdict verdict,
            Weight weight,
            Optional<String> aspect,
            String expected,
            String actual) {
        return new Difference(object, verdict, weight, aspect, expected, actual, Optional.empty());
    }
}
