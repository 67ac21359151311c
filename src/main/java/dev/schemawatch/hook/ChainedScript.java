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
 * another name, runs first, and gets its own name back in the end.
 *
 * @param file the hook
 */
record ChainedScript(Path file) implements HookPlace {
    private static final String MARK =
            "# Made by schemawatch hook install; schemawatch hook uninstall puts back what was here.";
    private static final String NEW_FOLDER = "# The folder of this file was made with it.";

    @Override
    public boolean isInstalled() throws IOException {
        return Files.isRegularFile(file) && isOurs(new HookFile(file).text());
    }

    @Override
    public boolean install(HookCall call) throws IOException {
        HookFile hook = new HookFile(file);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new HookRefused(file + " is a folder. Remove it: git could not run it either.");
        }
        Optional<String> there = Files.isRegularFile(file) ? hook.text() : Optional.empty();
        if (isOurs(there)) {
            String text = script(call, there.orElseThrow().contains(NEW_FOLDER));
            boolean same = there.orElseThrow().equals(text) && Files.isExecutable(file);
            if (!same) {
                hook.writeExecutable(text);
            }
            return !same;
        }
        boolean newFolder = !Files.exists(file.resolveSibling(""));
        if (!hook.exists()) {
            hook.writeExecutable(script(call, newFolder));
            return true;
        }
        if (Files.exists(chained(), LinkOption.NOFOLLOW_LINKS)) {
            throw new HookRefused(chained()
                    + " is there from an earlier installation, and another hook has come to " + file
                    + " since. Remove the one of them that is not wanted, then install again.");
        }
        Files.move(file, chained());
        try {
            hook.writeExecutable(script(call, newFolder));
        } catch (IOException failure) {
            Files.move(chained(), file, StandardCopyOption.REPLACE_EXISTING);
            throw failure;
        }
        return true;
    }

    @Override
    public boolean uninstall() throws IOException {
        if (!isInstalled()) {
            return false;
        }
        boolean newFolder = new HookFile(file).text().orElseThrow().contains(NEW_FOLDER);
        if (Files.exists(chained(), LinkOption.NOFOLLOW_LINKS)) {
            Files.move(chained(), file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(file);
        }
        Path folder = file.resolveSibling("");
        if (newFolder && isEmpty(folder)) {
            Files.delete(folder);
        }
        return true;
    }

    @Override
    public List<String> obstacles() {
        return Files.isExecutable(file)
                ? List.of()
                : List.of(file + " is not executable, so git passes it over: chmod +x it, or install again.");
    }

    /** Where a hook waits that was there before. */
    private Path chained() {
        return file.resolveSibling(file.getFileName() + ".before-schemawatch");
    }

    private String script(HookCall call, boolean newFolder) {
        String before = "\"${0%/*}/" + chained().getFileName() + "\"";
        List<String> lines = new ArrayList<>(List.of("#!/bin/sh", MARK));
        if (newFolder) {
            lines.add(NEW_FOLDER);
        }
        lines.add("if [ -x " + before + " ]; then");
        lines.add("  " + before + " \"$@\" || exit $?");
        lines.add("fi");
        lines.addAll(call.lines());
        return String.join("\n", lines) + "\n";
    }

    private static boolean isOurs(Optional<String> text) {
        return text.filter(script -> script.contains(MARK)).isPresent();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
