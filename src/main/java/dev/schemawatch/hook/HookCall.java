package dev.schemawatch.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a hook asks for the check, in POSIX shell. The program may be gone by then, or another one: whatever does not end with a
 * status of its own lets the commit pass with a warning, unless that is configured otherwise.
 *
 * @param program the program and what stands before its arguments, as it was started now; empty for a file that others share
 * @param folder the folder of the working tree to work in; empty for its top
 * @param blocksOnError whether a commit that cannot be checked is to be stopped
 */
public record HookCall(List<String> program, String folder, boolean blocksOnError) {
    /** The statuses that mean what they say: clean, findings, configuration, interrupted, terminated. */
    private static final String MEANT = "2 | 78 | 130 | 143";

    private static final String NOT_CHECKED =
            "schemawatch: it is missing or has failed (status $status), so this commit was not checked";

    public HookCall {
        program = List.copyOf(program);
        Objects.requireNonNull(folder);
    }

    /** The same for a file that is committed: no path of this machine stands in it. */
    public HookCall shared() {
        return new HookCall(List.of(), folder, blocksOnError);
    }

    /** Lines that check, and end the script when the commit is to be stopped. They do no harm where {@code set -e} is on. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("status=127"));
        Optional<String> first = program.stream().findFirst();
        first.ifPresent(file -> {
            lines.add("if [ -x " + quoted(file) + " ]; then");
            lines.add("  " + run(program.stream().map(HookCall::quoted).collect(Collectors.joining(" "))));
        });
        lines.add((first.isPresent() ? "elif" : "if") + " command -v schemawatch >/dev/null 2>&1; then");
        lines.add("  " + run("schemawatch"));
        lines.add("fi");
        lines.add("case $status in");
        lines.add("  0) ;;");
        lines.add("  " + MEANT + ") exit $status ;;");
        lines.add("  *)");
        lines.add("    echo \"" + NOT_CHECKED + "\" >&2");
        lines.add("    " + passes() + " || exit 1");
        lines.add("    ;;");
        lines.add("esac");
        return lines;
    }

    /** One command for a tool that runs commands rather than scripts, and splits them as a shell would. */
    String command() {
        String script = "schemawatch " + arguments("\"" + folder.replaceAll("([\"\\\\$`])", "\\\\$1") + "\"")
                + "; status=$?; case $status in 0 | " + MEANT + ") exit $status ;; esac; echo \"" + NOT_CHECKED
                + "\" >&2; " + passes();
        return "sh -c " + quoted(script);
    }

    private String run(String command) {
        return command + " " + arguments(quoted(folder)) + " && status=0 || status=$?";
    }

    private String arguments(String quotedFolder) {
        return folder.isEmpty() ? "hook run" : "-C " + quotedFolder + " hook run";
    }

    private String passes() {
        return "[ \"${SCHEMAWATCH_HOOK_ON_ERROR:-" + (blocksOnError ? "block" : "pass") + "}\" = pass ]";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The lines with so many spaces before each. */
    static List<String> indented(int spaces, Stream<String> lines) {
        return lines.map(line -> " ".repeat(spaces) + line).toList();
    }
}
