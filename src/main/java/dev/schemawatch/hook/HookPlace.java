package dev.schemawatch.hook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file from which git, or a tool that manages its hooks, learns that commits are to be checked. */
public sealed interface HookPlace permits ChainedScript, ShellBlock, YamlBlock {
    /** The file, there or not. */
    Path file();

    /** Whether the file asks for the check. */
    boolean isInstalled() throws IOException;

    /**
     * Makes the file ask for the check, and keeps everything else that is in it.
     *
     * @return false when it did already, in the same words
     * @throws HookRefused when that is not possible without harm
     */
    boolean install(HookCall call) throws IOException;

    /**
     * Makes the file as it was before.
     *
     * @return false when there was nothing of ours
     * @throws HookRefused when that is not possible without harm
     */
    boolean uninstall() throws IOException;

    /** What keeps an installed hook from running, as sentences; none when it will run. */
    List<String> obstacles() throws IOException;
}
