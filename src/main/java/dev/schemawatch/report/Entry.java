package dev.schemawatch.report;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.Outcome.Suppressed;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Location.InDatabase;
import dev.schemawatch.finding.Location.InFile;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.finding.Suppression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a run found, be it a finding or a difference: the reports that know only one kind of thing are made from
 * these.
 *
 * @param title names it within its file or database, and stays the same while lines move
 * @param place in a file, if it is in one
 * @param object in a database, as {@code database:object}, if it is in one
 * @param message on one line, without control characters
 * @param settled whether it counts for the status: not when it is suppressed, nor when a pending migration explains it, nor
 *     when it is undecided
 * @param suppressedBy the comment by which its author silences it
 * @param fingerprint of its identity: the same after edits elsewhere, different from every other in the run
 */
record Entry(
        String rule,
        Severity severity,
        String title,
        Optional<InFile> place,
        Optional<String> object,
        String message,
        boolean settled,
        Optional<Suppression> suppressedBy,
        String fingerprint) {
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::severity)
            .thenComparing(entry -> entry.place().map(InFile::path).orElse(""))
            .thenComparingInt(entry -> entry.place().map(InFile::line).orElse(0))
            .thenComparingInt(entry -> entry.place().map(InFile::column).orElse(0))
            .thenComparing(entry -> entry.object().orElse(""))
            .thenComparing(Entry::rule)
            .thenComparing(Entry::message);

    /** Everything that the run found, the gravest first. */
    static List<Entry> of(Run run) {
        return withSuppressed(run).stream()
                .filter(entry -> entry.suppressedBy().isEmpty())
                .toList();
    }

    /** Everything that the run found, and what nobody wants to hear of, the gravest first. */
    static List<Entry> withSuppressed(Run run) {
        List<Entry> entries = new ArrayList<>();
        Fingerprints fingerprints = new Fingerprints();
        for (Finding finding : run.outcome().allFindings()) {
            entries.add(of(finding, Optional.empty(), run.checkout(), fingerprints));
        }
        for (Suppressed suppressed : run.outcome().suppressed()) {
            entries.add(of(suppressed.finding(), Optional.of(suppressed.by()), run.checkout(), fingerprints));
        }
        run.outcome().databases().forEach((name, database) -> {
            if (database instanceof Compared compared) {
                compared.drift().forEach(difference -> entries.add(of(name, difference, fingerprints)));
            }
        });
        return entries.stream().sorted(ORDER).toList();
    }

    /** Whether it makes the command fail. */
    boolean fails(Run run) {
        return settled && run.failOn().filter(severity::atLeast).isPresent();
    }

    /** Where it is, for people: a place in a file from the top of the checkout, else an object of a database. */
    String where(Checkout checkout) {
        String text = place.map(in -> in.isOnDisk() ? checkout.path(in.display()) : in.display())
                .or(() -> object)
                .orElse("");
        return Printable.of(text);
    }

    /** Whether it is in something that is no file and belongs to none. */
    boolean isNowhere() {
        return place.filter(in -> !in.isOnDisk()).isPresent();
    }

    /** The path that programs are told, from the top of the checkout; the anchor for what is in no file. */
    String path(Checkout checkout) {
        return checkout.path(place.filter(InFile::isOnDisk).map(InFile::path).orElse(checkout.anchor()));
    }

    private static Entry of(
            Finding finding, Optional<Suppression> suppressedBy, Checkout checkout, Fingerprints fingerprints) {
        Location location = finding.location();
        String container = switch (location) {
            case InFile file -> checkout.path(file.path());
            case InDatabase object -> object.database();
        };
        return new Entry(
                finding.rule(),
                finding.severity(),
                Printable.of(finding.subject()),
                location instanceof InFile file ? Optional.of(file) : Optional.empty(),
                location instanceof InDatabase object ? Optional.of(object.display()) : Optional.empty(),
                Printable.of(finding.message()),
                suppressedBy.isEmpty(),
                suppressedBy,
                fingerprints.of(finding.rule(), container, finding.subject()));
    }

    private static Entry of(String database, DriftFinding finding, Fingerprints fingerprints) {
        DriftSection section = DriftSection.of(finding);
        Difference difference = finding.difference();
        return new Entry(
                section.rule().id(),
                section == DriftSection.PENDING ? Severity.INFO : finding.severity(),
                Words.difference(difference),
                finding.origin(),
                Optional.of(new InDatabase(database, difference.object().display()).display()),
                sentence(database, finding),
                finding.isSettled(),
                Optional.empty(),
                fingerprints.of(database, difference));
    }

    private static String sentence(String database, DriftFinding finding) {
        Difference difference = finding.difference();
        StringBuilder text = new StringBuilder("Database " + database + ": " + Words.difference(difference)
                + "; expected " + Words.side(difference.expected()) + ", actual " + Words.side(difference.actual()));
        difference.note().ifPresent(note -> text.append(" (").append(note).append(')'));
        finding.maker().ifPresent(place -> text.append("; made by ").append(place.display()));
        finding.pendingMigration()
                .ifPresent(migration ->
                        text.append("; explained by the pending migration ").append(migration));
        return Printable.of(text.append('.').toString());
    }
}
