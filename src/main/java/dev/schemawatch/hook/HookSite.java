package dev.schemawatch.hook;

import dev.schemawatch.git.Answer;
import dev.schemawatch.git.Checkout;
import dev.schemawatch.git.Git;
import dev.schemawatch.git.HooksPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the hooks of a working tree are, and who manages them.
 *
 * @param checkout the working tree
 * @param hooksPath the folder that {@code core.hooksPath} names, if it does
 */
public record HookSite(Checkout checkout, Optional<HooksPath> hooksPath) {
    private static final String HOOK = "pre-commit";
    private static final Pattern SHELL = Pattern.compile("#!\\s*(/usr)?/bin/(env\\s+)?(ba|da|z|k|a)?sh\\b.*");
    private static final List<String> LEFTHOOK_FILES = List.of(
            "lefthook.yml",
            "lefthook.yaml",
            ".lefthook.yml",
            ".lefthook.yaml",
            ".config/lefthook.yml",
            ".config/lefthook.yaml");
    private static final List<String> LEFTHOOK_OTHERS =
            List.of("lefthook.toml", ".lefthook.toml", "lefthook.json", ".lefthook.json", "lefthook.jsonc");
    private static final String PRE_COMMIT_FILE = ".pre-commit-config.yaml";

    public HookSite {
        Objects.requireNonNull(checkout);
        Objects.requireNonNull(hooksPath);
    }

    /** The site that git finds; refused with a clause where there is no working tree. */
    public static Answer<HookSite> of(Git git) {
        return Checkout.of(git)
                .then(checkout -> new Answer.Given<>(new HookSite(checkout, HooksPath.of(git, checkout))));
    }

    /** Who manages the hooks, by what git is told first, then by what was put there, then by the files of the repository. */
    public HookManager manager() throws IOException {
        if (hooksPath.map(HooksPath::folder).flatMap(HookSite::huskyOf).isPresent()) {
            return HookManager.HUSKY;
        }
        String hook = textOfHook();
        if (hook.contains("pre-commit.com") && Files.exists(top(PRE_COMMIT_FILE))) {
            return HookManager.PRE_COMMIT;
        }
        if (hook.contains("lefthook") && lefthookFile().isPresent()) {
            return HookManager.LEFTHOOK;
        }
        if (hooksPath.isPresent()) {
            return HookManager.GIT;
        }
        if (Files.isDirectory(top(".husky"))) {
            return HookManager.HUSKY;
        }
        if (lefthookFile().isPresent()) {
            return HookManager.LEFTHOOK;
        }
        return Files.exists(top(PRE_COMMIT_FILE)) ? HookManager.PRE_COMMIT : HookManager.GIT;
    }

    /** Where each of them is told, in the order in which they are declared; Husky's files are no other's. */
    public SequencedMap<HookManager, HookPlace> places() throws IOException {
        SequencedMap<HookManager, HookPlace> places = new LinkedHashMap<>();
        for (HookManager manager : HookManager.values()) {
            places.put(manager, place(manager));
        }
        if (hooksPath.map(HooksPath::folder).flatMap(HookSite::huskyOf).isPresent()) {
            places.remove(HookManager.GIT);
        }
        return places;
    }

    /** Where that one is told. */
    public HookPlace place(HookManager manager) throws IOException {
        return switch (manager) {
            case GIT ->
                // What Husky 9 has git run is generated anew by each npm install.
                hooksPath.map(HooksPath::folder).flatMap(HookSite::huskyOf).isPresent() ? husky() : gitHook();
            case HUSKY -> husky();
            case LEFTHOOK ->
                new YamlBlock(
                        lefthookFile().orElse(top("lefthook.yml")),
                        YamlForm.LEFTHOOK,
                        unlessHookMentions(
                                "lefthook", "Lefthook is not set up in this clone: run npx lefthook install."));
            case PRE_COMMIT ->
                new YamlBlock(
                        top(PRE_COMMIT_FILE),
                        YamlForm.PRE_COMMIT,
                        unlessHookMentions(
                                "pre-commit.com", "pre-commit is not set up in this clone: run pre-commit install."));
        };
    }

    /** Whether the folder of hooks belongs to the files that are committed, so that everybody gets what is in it. */
    public boolean isShared(HookManager manager) {
        return switch (manager) {
            case GIT -> isCommitted(hooksFolder());
            case HUSKY, LEFTHOOK, PRE_COMMIT -> true;
        };
    }

    /**
     * A folder as calls name it: from the top of the working tree, which is "" itself.
     *
     * @throws IOException when it cannot be opened
     */
    public String relative(Path folder) throws IOException {
        Path top = checkout.top().toRealPath();
        Path real = folder.toRealPath();
        return real.startsWith(top) ? top.relativize(real).toString().replace('\\', '/') : "";
    }

    /** The folder where git looks for hooks. */
    Path hooksFolder() {
        return hooksPath.map(HooksPath::folder).orElse(checkout.commonFolder().resolve("hooks"));
    }

    private HookPlace gitHook() throws IOException {
        Path hook = hooksFolder().resolve(HOOK);
        boolean shell = isCommitted(hooksFolder())
                && Files.isRegularFile(hook)
                && !Files.isSymbolicLink(hook)
                && Files.isExecutable(hook)
                && SHELL.matcher(textOfHook().lines().findFirst().orElse("")).matches()
                && !new ChainedScript(hook).isOurs(textOfHook());
        return shell ? new ShellBlock(hook, List.of(), List.of()) : new ChainedScript(hook);
    }

    private boolean isCommitted(Path folder) {
        return folder.startsWith(checkout.top())
                && !folder.startsWith(checkout.gitFolder())
                && !folder.startsWith(checkout.commonFolder());
    }

    private HookPlace husky() {
        Optional<Husky> found = hooksPath.map(HooksPath::folder).flatMap(HookSite::huskyOf);
        return found.map(husky -> new ShellBlock(husky.folder().resolve(HOOK), husky.header(), List.of()))
                .orElseGet(() -> new ShellBlock(
                        top(".husky").resolve(HOOK),
                        List.of(),
                        List.of("Husky is not set up in this clone: npm install does that, else npx husky.")));
    }

    /**
     * Husky's folder, and what its scripts begin with.
     *
     * @param folder where people keep the scripts
     */
    private record Husky(Path folder, List<String> header) {}

    /** Husky 9 has git look into a folder of its own below that of the scripts; Husky 5 to 8 keep only a library there. */
    private static Optional<Husky> huskyOf(Path hooks) {
        Path parent = hooks.getParent();
        if (hooks.endsWith("_") && parent != null && (parent.endsWith(".husky") || Files.exists(hooks.resolve("h")))) {
            return Optional.of(new Husky(parent, List.of()));
        }
        return Files.exists(hooks.resolve("_/husky.sh")) || hooks.endsWith(".husky")
                ? Optional.of(
                        new Husky(hooks, List.of("#!/usr/bin/env sh", ". \"$(dirname -- \"$0\")/_/husky.sh\"", "")))
                : Optional.empty();
    }

    private Optional<Path> lefthookFile() {
        return Stream.concat(LEFTHOOK_FILES.stream(), LEFTHOOK_OTHERS.stream())
                .map(this::top)
                .filter(Files::exists)
                .findFirst();
    }

    private List<String> unlessHookMentions(String word, String obstacle) throws IOException {
        return textOfHook().contains(word) ? List.of() : List.of(obstacle);
    }

    private String textOfHook() throws IOException {
        Path hook = hooksFolder().resolve(HOOK);
        return Files.isRegularFile(hook) ? new HookFile(hook).text().orElse("") : "";
    }

    private Path top(String name) {
        return checkout.top().resolve(name);
    }
}
