package dev.schemawatch.git;

import dev.schemawatch.git.GitTree.Entry;
import dev.schemawatch.git.GitTree.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the index and what differs in it from the commits below. Those are not listed: a commit is the index without the
 * difference, which git has at once however large the repository is.
 */
final class IndexReader {
    /** The ids of empty content, with SHA-1 and with SHA-256: what is intended to be added has one of them. */
    private static final Set<String> EMPTY_CONTENT = Set.of(
            "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
            "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");

    private final Git git;

    IndexReader(Git git) {
        this.git = git;
    }

    /** The processes run side by side, since each costs more to start than to run. */
    Answer<StagedCommit> read() {
        Answer<Running> listing = git.start("ls-files", "--stage", "-z", "--full-name", "--", ":/");
        Answer<Running> changes = git.start(changesSince("HEAD"));
        return Checkout.of(git)
                .then(checkout -> listing.then(running -> running.read(in -> ofIndex(in.readAllBytes())))
                        .then(index -> headChanges(changes)
                                .then(sinceHead -> mergedChanges(checkout)
                                        .then(merged -> withoutIntended(index, sinceHead)
                                                .then(staged -> new Answer.Given<>(
                                                        of(checkout, staged, sinceHead, merged)))))));
    }

    private static StagedCommit of(
            Checkout checkout, GitTree staged, Optional<List<Change>> sinceHead, List<List<Change>> merged) {
        if (sinceHead.isEmpty()) {
            return new StagedCommit(
                    checkout, staged, List.of(), new TreeSet<>(staged.entries().keySet()));
        }
        List<GitTree> parents = new ArrayList<>(List.of(before(staged, sinceHead.get())));
        merged.forEach(changes -> parents.add(before(staged, changes)));
        SortedSet<String> changed = new TreeSet<>();
        sinceHead.get().stream()
                .filter(change -> !isIntended(change, staged))
                .forEach(change -> changed.add(change.path()));
        return new StagedCommit(checkout, staged, parents, changed);
    }

    private static boolean mayBeIntended(Change change) {
        return change.before().isEmpty()
                && change.now()
                        .filter(entry -> EMPTY_CONTENT.contains(entry.id()))
                        .isPresent();
    }

    private static boolean isIntended(Change change, GitTree staged) {
        return mayBeIntended(change) && staged.entry(change.path()).isEmpty();
    }

    private static String[] changesSince(String commit) {
        return new String[] {"diff-index", "--cached", "--raw", "--no-renames", "-z", commit};
    }

    /** Empty where there is no commit yet. */
    private Answer<Optional<List<Change>>> headChanges(Answer<Running> changes) {
        Answer<List<Change>> read = changes.then(running -> running.read(in -> Change.list(in.readAllBytes())));
        return switch (read) {
            case Answer.Given<List<Change>>(List<Change> given) -> new Answer.Given<>(Optional.of(given));
            case Answer.Refused<List<Change>>(String reason) ->
                git.text("rev-parse", "--verify", "--quiet", "HEAD").given().isEmpty()
                        ? new Answer.Given<>(Optional.empty())
                        : new Answer.Refused<>("git says: " + reason);
        };
    }

    private Answer<List<List<Change>>> mergedChanges(Checkout checkout) {
        Answer<List<List<Change>>> all = new Answer.Given<>(List.of());
        for (String commit : mergeHeads(checkout)) {
            all = all.then(known -> git.read(List.of(changesSince(commit)), in -> Change.list(in.readAllBytes()))
                    .then(more -> {
                        List<List<Change>> both = new ArrayList<>(known);
                        both.add(more);
                        return new Answer.Given<>(both);
                    }));
        }
        return all;
    }

    private static List<String> mergeHeads(Checkout checkout) {
        Path file = checkout.gitFolder().resolve("MERGE_HEAD");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException _) {
            return List.of(); // the merge has just ended
        }
    }

    /** {@code git add --intent-to-add} leaves an empty file in the index that no commit takes. */
    private Answer<GitTree> withoutIntended(GitTree index, Optional<List<Change>> sinceHead) {
        boolean possible = sinceHead
                .map(changes -> changes.stream().anyMatch(IndexReader::mayBeIntended))
                .orElseGet(
                        () -> index.entries().values().stream().anyMatch(entry -> EMPTY_CONTENT.contains(entry.id())));
        if (!possible) {
            return new Answer.Given<>(index);
        }
        return git.read(
                        List.of("diff-files", "--ita-invisible-in-index", "--diff-filter=A", "--name-only", "-z"),
                        in -> Set.copyOf(GitTree.lines(in.readAllBytes())))
                .then(intended -> new Answer.Given<>(index.only(path -> !intended.contains(path))));
    }

    /** Reads {@code ls-files --stage -z}: mode, id, stage, tab, path, NUL. A stage that is not 0 is a side of a conflict. */
    private static GitTree ofIndex(byte[] listing) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        for (String line : GitTree.lines(listing)) {
            int tab = line.indexOf('\t');
            String[] words = line.substring(0, tab).split(" ", -1);
            boolean settled = words[2].equals("0");
            Kind.ofMode(words[0])
                    .ifPresent(kind ->
                            entries.put(line.substring(tab + 1), new Entry(settled ? kind : Kind.CONFLICT, words[1])));
        }
        return new GitTree(entries);
    }

    private static GitTree before(GitTree staged, List<Change> changes) {
        SortedMap<String, Entry> entries = new TreeMap<>(staged.entries());
        for (Change change : changes) {
            change.before()
                    .ifPresentOrElse(entry -> entries.put(change.path(), entry), () -> entries.remove(change.path()));
        }
        return new GitTree(entries);
    }
}
