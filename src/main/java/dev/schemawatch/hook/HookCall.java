package dev.schemawatch.hook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a hook asks for the check of one folder, in POSIX shell. The program may be gone by then, or another one: whatever does
 * not end with a status of its own lets the commit pass with a warning, unless that is configured otherwise. Text for files
 * is of bytes (ISO 8859-1), as {@link HookFile} takes it.
 *
 * @param program the program and what stands before its arguments, as it was started now; empty for a file that others share
 * @param folder the folder of the working tree to work in; empty for its top
 * @param options that are handed on, with paths relative to the folder
 * @param blocksOnError whether a commit that cannot be checked is to be stopped
 */
public record HookCall(List<String> program, String folder, List<String> options, boolean blocksOnError) {
    /** The statuses that mean what they say: clean, findings, configuration, interrupted, terminated. */
    private static final String MEANT = "2 | 78 | 130 | 143";

    private static final String NOT_CHECKED =
            "schemawatch: it is missing or has failed (status $status), so this commit was not checked";

    private static final String WORD = "'(?:[^']|'\\\\'')*+'";
    private static final Pattern LINE = Pattern.compile(
            "(?m)^ *(?:# )?schemawatch_check (pass|block)((?: (?:-C|--[a-z]+) " + WORD + ")*) hook run\\r?$");
    private static final Pattern OPTION = Pattern.compile("(-C|--[a-z]+) (" + WORD + ")");
    private static final Pattern PROGRAM = Pattern.compile("(?m)^ +((?:" + WORD + " )+)\"\\$@\" && status=0");
    private static final Pattern PROGRAM_WORD = Pattern.compile(WORD);

    public HookCall {
        program = List.copyOf(program);
        Objects.requireNonNull(folder);
        options = List.copyOf(options);
        if (Stream.concat(Stream.of(folder), options.stream()).anyMatch(text -> text.matches("(?s).*\\p{Cntrl}.*"))) {
            throw new HookRefused(
                    "The name of the folder, or of a file that an option names, has a control character in it."
                            + " A hook cannot hold that: rename it.");
        }
    }

    /** The same for a file that is committed: no path of this machine stands in it. */
    HookCall shared() {
        return new HookCall(List.of(), folder, options, blocksOnError);
    }

    /** Whether what changes in that folder is checked too. */
    boolean covers(String other) {
        return folder.isEmpty() || other.equals(folder) || other.startsWith(folder + "/");
    }

    /** The calls that a text holds, in its order. */
    static List<HookCall> in(String text) {
        List<String> program = new ArrayList<>();
        Matcher started = PROGRAM.matcher(text);
        if (started.find()) {
            PROGRAM_WORD.matcher(started.group(1)).results().forEach(word -> program.add(unquoted(word.group())));
        }
        List<HookCall> calls = new ArrayList<>();
        LINE.matcher(text).results().forEach(line -> {
            List<String> words = new ArrayList<>();
            OPTION.matcher(line.group(2)).results().forEach(option -> {
                words.add(option.group(1));
                words.add(unquoted(option.group(2)));
            });
            boolean below = !words.isEmpty() && words.getFirst().equals("-C");
            calls.add(new HookCall(
                    program,
                    below ? words.get(1) : "",
                    below ? words.subList(2, words.size()) : words,
                    line.group(1).equals("block")));
        });
        return calls;
    }

    /**
     * Lines that check a folder each, and end the script when the commit is to be stopped. They do no harm where {@code set -e}
     * is on.
     *
     * @param calls at least one; the program of the first is that of all
     */
    static List<String> lines(List<HookCall> calls) {
        List<String> program = calls.getFirst().program();
        List<String> lines =
                new ArrayList<>(List.of("schemawatch_check() {", "  on_error=$1", "  shift", "  status=127"));
        if (!program.isEmpty()) {
            lines.add("  if [ -x " + quoted(program.getFirst()) + " ]; then");
            lines.add("    " + run(program.stream().map(HookCall::quoted).collect(Collectors.joining(" "))));
        }
        lines.add("  " + (program.isEmpty() ? "if" : "elif") + " command -v schemawatch >/dev/null 2>&1; then");
        lines.add("    " + run("schemawatch"));
        lines.add("  fi");
        lines.add("  case $status in");
        lines.add("    0) ;;");
        lines.add("    " + MEANT + ") exit $status ;;");
        lines.add("    *)");
        lines.add("      echo \"" + NOT_CHECKED + "\" >&2");
        lines.add("      [ \"${SCHEMAWATCH_HOOK_ON_ERROR:-$on_error}\" = pass ] || exit 1");
        lines.add("      ;;");
        lines.add("  esac");
        lines.add("}");
        calls.forEach(call -> lines.add(call.line()));
        return lines;
    }

    /** The one line that is this call. */
    String line() {
        return "schemawatch_check " + onError() + arguments(HookCall::quoted);
    }

    /** One command for a tool that runs commands rather than scripts, and splits them as a shell would. */
    String command() {
        String script = "schemawatch"
                + arguments(text -> "\"" + bytes(text).replaceAll("([\"\\\\$`])", "\\\\$1") + "\"")
                + "; status=$?; case $status in 0 | " + MEANT + ") exit $status ;; esac; echo \"" + NOT_CHECKED
                + "\" >&2; [ \"${SCHEMAWATCH_HOOK_ON_ERROR:-" + onError() + "}\" = pass ]";
        return "sh -c '" + script.replace("'", "'\\''") + "'";
    }

    private static String run(String command) {
        return command + " \"$@\" && status=0 || status=$?";
    }

    private String arguments(UnaryOperator<String> quoting) {
        StringBuilder arguments = new StringBuilder();
        if (!folder.isEmpty()) {
            arguments.append(" -C ").append(quoting.apply(folder));
        }
        for (int i = 0; i + 1 < options.size(); i += 2) {
            arguments.append(' ').append(options.get(i)).append(' ').append(quoting.apply(options.get(i + 1)));
        }
        return arguments.append(" hook run").toString();
    }

    private String onError() {
        return blocksOnError ? "block" : "pass";
    }

    private static String quoted(String text) {
        return "'" + bytes(text).replace("'", "'\\''") + "'";
    }

    private static String unquoted(String word) {
        String inner = word.substring(1, word.length() - 1).replace("'\\''", "'");
        return new String(inner.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The lines with so many spaces before each. */
    static List<String> indented(int spaces, Stream<String> lines) {
        return lines.map(line -> " ".repeat(spaces) + line).toList();
    }
}
