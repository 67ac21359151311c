package dev.schemawatch.cli;

import dev.schemawatch.report.GithubReport;
import dev.schemawatch.report.GitlabReport;
import dev.schemawatch.report.JsonReport;
import dev.schemawatch.report.JunitReport;
import dev.schemawatch.report.MarkdownReport;
import dev.schemawatch.report.NdjsonReport;
import dev.schemawatch.report.Report;
import dev.schemawatch.report.SarifReport;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms of a report, by the names that the command line has for them. */
enum Format {
    /** Text, and annotations too where GitHub Actions reads standard output. */
    AUTO,
    TEXT,
    JSON,
    NDJSON,
    SARIF,
    JUNIT,
    GITHUB,
    GITLAB,
    MARKDOWN;

    /** The form of that name. */
    static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** What people call a file of this form. */
    String usualFile() {
        return switch (this) {
            case AUTO, TEXT, GITHUB -> "schemawatch.txt";
            case JSON -> "schemawatch.json";
            case NDJSON -> "schemawatch.ndjson";
            case SARIF -> "schemawatch.sarif";
            case JUNIT -> "schemawatch.xml";
            case GITLAB -> "gl-code-quality-report.json";
            case MARKDOWN -> "schemawatch.md";
        };
    }

    /** @param text the command's own report for people */
    Report report(Report text) {
        return switch (this) {
            case AUTO, TEXT -> text;
            case JSON -> new JsonReport();
            case NDJSON -> new NdjsonReport();
            case SARIF -> new SarifReport();
            case JUNIT -> new JunitReport();
            case GITHUB -> new GithubReport(GithubReport.OF_A_STEP);
            case GITLAB -> new GitlabReport();
            case MARKDOWN -> new MarkdownReport(MarkdownReport.COMMENT);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
