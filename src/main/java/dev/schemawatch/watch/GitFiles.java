package dev.schemawatch.watch;

import dev.schemawatch.git.Blobs;
import dev.schemawatch.git.GitTree;
import dev.schemawatch.git.GitTree.Kind;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Files as git holds them in a commit or in the index. Only what is asked for is read, and what will be asked for together is
 * fetched together. A submodule is nothing here: it is another repository's to check.
 */
final class GitFiles implements FileTree {
    private static final int MOST_LINKS = 20;

    private final GitTree tree;
    private final Blobs blobs;
    private final PathFilter filter;
    private final SortedSet<String> links = new TreeSet<>();

    GitFiles(GitTree tree, Blobs blobs, PathFilter filter) {
        this.tree = tree;
        this.blobs = blobs;
        this.filter = filter;
        tree.entries().forEach((path, entry) -> {
            if (entry.kind() == Kind.LINK) {
                links.add(path);
            }
        });
    }

    @Override
    public Optional<SourceFile> read(String path) {
        return (switch (follow(path)) {
                    case Target.Broken(Content.Unreadable content) -> Optional.<Content>of(content);
                    case Target.At(String place) -> content(place, path);
                })
                .map(content -> new SourceFile(path, content));
    }

    private Optional<Content> content(String place, String path) {
        if (tree.entry(place).isEmpty() && tree.isFolder(place)) {
            return Optional.of(Content.Unreadable.FOLDER);
        }
        if (tree.entry(place).isEmpty() && isLink(path)) {
            return Optional.of(new Content.Unreadable(
                    "is a symbolic link to something that git does not hold",
                    "add what it points to, or put a file in its place"));
        }
        return tree.entry(place).flatMap(entry -> switch (entry.kind()) {
            case FILE ->
                Optional.of(blobs.read(entry.id())
                        .orElseGet(() -> new Content.Unreadable(
                                "is not in this partial clone", "get it with git checkout or git fetch")));
            case CONFLICT ->
                Optional.of(new Content.Unreadable(
                        "has a merge conflict that nobody has resolved", "resolve it, and git add the file"));
            case LINK, SUBMODULE -> Optional.empty();
        });
    }

    @Override
    public boolean isFolder(String path) {
        return follow(path) instanceof Target.At(String place) && tree.isFolder(place);
    }

    @Override
    public List<String> names(String folder) {
        return follow(folder) instanceof Target.At(String place) ? tree.names(place) : List.of();
    }

    @Override
    public Subtree below(String path, Function<String, Optional<SourceFile>> reading) {
        if (follow(path) instanceof Target.At(String place)) {
            fetch(tree.below(place).keySet());
        }
        return Subtree.of(this, filter, path, reading);
    }

    @Override
    public boolean leadsBack(String path) {
        if (!isLink(path) || !(follow(path) instanceof Target.At(String place)) || !tree.isFolder(place)) {
            return false;
        }
        for (String above = path; !above.isEmpty(); ) {
            above = Disk.parent(above);
            if (follow(above).equals(new Target.At(place))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a link is there itself, be it that links lead to the folder that holds it. */
    private boolean isLink(String path) {
        return !links.isEmpty()
                && follow(Disk.parent(path)) instanceof Target.At(String folder)
                && links.contains(Disk.child(folder, path.substring(path.lastIndexOf('/') + 1)));
    }

    @Override
    public Optional<String> target(String path) {
        return isLink(path) && follow(path) instanceof Target.At(String place) ? Optional.of(place) : Optional.empty();
    }

    /** It is no folder then: what is outside cannot be known from git. */
    @Override
    public boolean leadsOut(String path) {
        return false;
    }

    @Override
    public SearchTree search() {
        SearchTree found = SearchTree.of(tree.entries().keySet(), filter);
        fetch(found.files());
        return found;
    }

    private void fetch(Collection<String> paths) {
        blobs.fetch(paths.stream()
                .flatMap(path -> tree.entry(path).stream())
                .filter(entry -> entry.kind() == Kind.FILE)
                .map(GitTree.Entry::id)
                .toList());
    }

    /** Where a path leads when every link on the way is followed, or what stands for it when one cannot be. */
    private sealed interface Target {
        record At(String place) implements Target {}

        record Broken(Content.Unreadable content) implements Target {}
    }

    private Target follow(String path) {
        String place = path;
        for (int followed = 0; followed < MOST_LINKS; followed++) {
            Optional<String> link = linkOn(place);
            if (link.isEmpty()) {
                return new Target.At(place);
            }
            String rest = place.substring(link.get().length());
            Optional<String> target = Optional.of(written(link.get()))
                    .filter(text -> !text.isEmpty())
                    .flatMap(text -> GitTree.resolve(Disk.parent(link.get()), text + rest));
            if (target.isEmpty()) {
                return broken("is a link that leads out of the repository", "put the file itself in its place");
            }
            place = target.get();
        }
        return broken("is a loop of symbolic links", "put a file in its place");
    }

    private static Target broken(String reason, String remedy) {
        return new Target.Broken(new Content.Unreadable(reason, remedy));
    }

    /** The first link among a path and the folders above it. */
    private Optional<String> linkOn(String path) {
        if (links.isEmpty()) {
            return Optional.empty();
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (links.contains(path.substring(0, slash))) {
                return Optional.of(path.substring(0, slash));
            }
        }
        return Optional.of(path).filter(links::contains);
    }

    private String written(String link) {
        Optional<Content> content =
                blobs.read(Objects.requireNonNull(tree.entries().get(link)).id());
        return content.filter(Content.Text.class::isInstance)
                .map(text -> ((Content.Text) text).text())
                .orElse("");
    }
}
