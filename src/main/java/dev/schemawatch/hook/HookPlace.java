package dev.schemawatch.hook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file from which git, or a tool that manages its hooks, learns that commits are to be checked: for one folder of the
 * repository, or for several that were installed one by one.
 */
public sealed interface HookPlace permits ChainedScript, ShellBlock, YamlBlock {
    /** The file, there or not. */
    Path file();

    /** What the file asks for. */
    List<HookCall> calls() throws IOException;

    /**
     * Makes the file ask for these checks, and keeps everything else that is in it.
     *
     * @param calls at least one
     * @return false when it did already, in the same words
     * @throws HookRefused when that is not possible without harm
     */
    boolean write(List<HookCall> calls) throws IOException;

    /** Takes out all that is ours. */
    void remove() throws IOException;

    /** What keeps an installed hook from running, as sentences; none when it will run. */
    List<String> obstacles() throws IOException;

    /** The call that checks a folder, its own or that of one above it. */
    default Optional<HookCall> covering(String folder) throws IOException {
        return calls().stream()
                .filter(call -> call.covers(folder))
                .max(Comparator.comparingInt(call -> call.folder().length()));
    }

    /**
     * Makes the file ask for a check, and keeps those of other folders.
     *
     * @return false when it did already, in the same words
     * @throws HookRefused when that is not possible without harm
     */
    default boolean install(HookCall call) throws IOException {
        Stream<HookCall> others = calls().stream()
                .filter(other -> !other.folder().equals(call.folder()))
                .map(other -> new HookCall(call.program(), other.folder(), other.options(), other.blocksOnError()));
        return write(Stream.concat(others, Stream.of(call))
                .sorted(Comparator.comparing(HookCall::folder))
                .toList());
    }

    /**
     * Takes the check of a folder out; the file is as it was before when that was the last.
     *
     * @return false when there was none of exactly that folder
     * @throws HookRefused when that is not possible without harm
     */
    default boolean uninstall(String folder) throws IOException {
        List<HookCall> rest = new ArrayList<>(calls());
        boolean found = rest.removeIf(call -> call.folder().equals(folder));
        if (found && rest.isEmpty()) {
            remove();
        } else if (found) {
            write(rest);
        }
        return found;
    }
}
