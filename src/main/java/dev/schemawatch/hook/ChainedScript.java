package dev.schemawatch.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hook that git itself runs. A hook that was there before keeps its bytes, its mode and its language: it is only given
 * another name, runs first, and gets its own name back in the end. Lines that people add to ours later stay theirs.
 *
 * @param file the hook
 */
record ChainedScript(Path file) implements HookPlace {
    private static final String NEW_FOLDER = "# The folder of this file was made with it.";

    @Override
    public List<HookCall> calls() throws IOException {
        return Files.isRegularFile(file)
                ? new HookFile(file)
                        .text()
                        .filter(this::isOurs)
                        .map(HookCall::in)
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public boolean write(List<HookCall> calls) throws IOException {
        HookFile hook = new HookFile(file);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new HookRefused(file + " is a folder. Remove it: git could not run it either.");
        }
        String there = Files.isRegularFile(file) ? hook.text().orElse("") : "";
        String chain = String.join("\n", chain()) + "\n";
        boolean newFolder = !Files.exists(file.resolveSibling(""));
        if (isOurs(there) || there.contains(chain)) {
            List<String> lines = block(calls, there.contains(NEW_FOLDER));
            String text = isOurs(there)
                    ? MarkedBlock.put(there, 1, 0, lines, "\n")
                    : there.replace(chain, MarkedBlock.file(List.of(), lines));
            boolean same = there.equals(text) && Files.isExecutable(file);
            if (!same) {
                hook.writeExecutable(text);
            }
            return !same;
        }
        String fresh = MarkedBlock.file(List.of("#!/bin/sh"), block(calls, newFolder));
        if (!hook.exists()) {
            hook.writeExecutable(fresh);
            return true;
        }
        if (Files.exists(chained(), LinkOption.NOFOLLOW_LINKS)) {
            throw new HookRefused(chained()
                    + " is there from an earlier installation, and another hook has come to " + file
                    + " since. Remove the one of them that is not wanted, then install again.");
        }
        Files.move(file, chained());
        try {
            hook.writeExecutable(fresh);
        } catch (IOException failure) {
            Files.move(chained(), file, StandardCopyOption.REPLACE_EXISTING);
            throw failure;
        }
        return true;
    }

    @Override
    public void remove() throws IOException {
        HookFile hook = new HookFile(file);
        String there = hook.text().orElse("");
        Optional<String> rest = MarkedBlock.remove(there);
        boolean chains = Files.exists(chained(), LinkOption.NOFOLLOW_LINKS);
        if (rest.isPresent()) {
            hook.writeExecutable(chains ? chaining(rest.get()) : rest.get());
        } else if (chains) {
            Files.move(chained(), file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(file);
        }
        Path folder = file.resolveSibling("");
        if (there.contains(NEW_FOLDER) && isEmpty(folder)) {
            Files.delete(folder);
        }
    }

    @Override
    public List<String> obstacles() throws IOException {
        List<String> obstacles = new ArrayList<>();
        if (!Files.isExecutable(file)) {
            obstacles.add(file + " is not executable, so git passes it over: chmod +x it, or install again.");
        }
        calls().stream()
                .flatMap(call -> call.program().stream().limit(1))
                .distinct()
                .filter(program -> !Files.isExecutable(Path.of(program)))
                .forEach(program -> obstacles.add(file + " starts " + program
                        + ", which is gone: install again, with the program that is there."));
        return obstacles;
    }

    /** Whether the block in the text is one of this form; one in a script that a team shares chains nothing. */
    boolean isOurs(String text) {
        return MarkedBlock.isIn(text) && text.contains(String.join("\n", chain()));
    }

    /** Where a hook waits that was there before. */
    private Path chained() {
        return file.resolveSibling(file.getFileName() + ".before-schemawatch");
    }

    private List<String> block(List<HookCall> calls, boolean newFolder) {
        List<String> lines = new ArrayList<>();
        if (newFolder) {
            lines.add(NEW_FOLDER);
        }
        lines.addAll(chain());
        lines.addAll(HookCall.lines(calls));
        return lines;
    }

    private List<String> chain() {
        String before = "\"${0%/*}/" + chained().getFileName() + "\"";
        return List.of("if [ -x " + before + " ]; then", "  " + before + " \"$@\" || exit $?", "fi");
    }

    /** The hook of before still has to run beside the lines that were added to ours. */
    private String chaining(String rest) {
        int start = rest.indexOf('\n') + 1;
        return rest.substring(0, start) + String.join("\n", chain()) + "\n" + rest.substring(start);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
