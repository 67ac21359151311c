package dev.schemawatch.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code git} program, and which repository it is to look at. */
public final class Git {
    /** What names a repository in the environment; {@code git rev-parse --local-env-vars} lists them. */
    private static final Set<String> REPOSITORY_VARIABLES = Set.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_PREFIX",
            "GIT_COMMON_DIR",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES");

    private final Path folder;
    private final Map<String, String> variables;

    private Git(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
    }

    /** The repository that holds the folder, whatever repository a hook's environment names. */
    public static Git of(Path folder) {
        return new Git(folder, Map.of());
    }

    /**
     * The repository and the index that git itself names to a program it starts: a partial commit is prepared in an index of
     * its own.
     *
     * @param folder where git started the program: its variables may be relative to it
     * @param environment of the program
     */
    public static Git of(Path folder, Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.keySet().retainAll(REPOSITORY_VARIABLES);
        return new Git(folder, variables);
    }

    /** Whether git itself has started a program with this environment, as it starts hooks. */
    public static boolean hasStarted(Map<String, String> environment) {
        return environment.keySet().stream().anyMatch(REPOSITORY_VARIABLES::contains);
    }

    /** The folder that git is started in. */
    public Path folder() {
        return folder;
    }

    /** What git prints, without the line end after it. */
    public Answer<String> text(String... arguments) {
        return read(List.of(arguments), in -> new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
    }

    /** What {@code reading} makes of what git prints. */
    <T> Answer<T> read(List<String> arguments, Reading<T> reading) {
        return start(arguments.toArray(String[]::new)).then(running -> running.read(reading));
    }

    /** Starts git and does not wait for it. Refused where there is no git on this machine. */
    Answer<Running> start(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(REPOSITORY_VARIABLES);
        environment.putAll(variables);
        environment.putAll(
                Map.of("GIT_OPTIONAL_LOCKS", "0", "GIT_TERMINAL_PROMPT", "0", "GIT_NO_LAZY_FETCH", "1", "LC_ALL", "C"));
        try {
            return new Answer.Given<>(new Running(builder.start()));
        } catch (IOException _) {
            return new Answer.Refused<>("git cannot be started (is it installed, and on the PATH?)");
        }
    }

    /** Reads what git prints while it runs. */
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }
}
