package dev.schemawatch.cli;

import dev.schemawatch.report.GithubReport;
import dev.schemawatch.report.MarkdownReport;
import dev.schemawatch.report.Report;
import dev.schemawatch.report.Run;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/** The step of a GitHub workflow that this process runs in. */
record GithubActions(Map<String, String> environment) {
    private static final int LARGEST_SUMMARY = 1024 * 1024;
    private static final int SMALLEST_REPORT = 1024;
    private static final int TOKEN_BITS = 128;

    /** Whether there is one. */
    boolean areHere() {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /** The annotations of a run: its share of what a step shows, where several commands run in one. */
    Report annotations() {
        Optional<Integer> share = Optional.ofNullable(environment.get("SCHEMAWATCH_ANNOTATIONS"))
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Integer::valueOf);
        return new GithubReport(Math.clamp(share.orElse(GithubReport.OF_A_STEP), 1, GithubReport.OF_A_STEP));
    }

    /**
     * Text in which no line is taken for a command to the runner, whatever the names in it are: commands are stopped until a
     * word that nobody can have foreseen.
     */
    String quoted(String text) {
        String word = "schemawatch-" + new BigInteger(TOKEN_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
        return "::stop-commands::" + word + "\n" + text + "::" + word + "::\n";
    }

    /** Adds everything to the step's summary, as far as GitHub takes it; answers with what is in the way, as a sentence. */
    Optional<String> summarise(Run run) {
        Optional<Path> file = Optional.ofNullable(environment.get("GITHUB_STEP_SUMMARY"))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            long room = LARGEST_SUMMARY - (Files.exists(file.get()) ? Files.size(file.get()) : 0);
            if (room >= SMALLEST_REPORT) {
                Files.writeString(
                        file.get(),
                        new MarkdownReport((int) room).of(run),
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("GITHUB_STEP_SUMMARY: " + file.get() + " cannot be written ("
                    + e.getClass().getSimpleName() + ").");
        }
    }
}
