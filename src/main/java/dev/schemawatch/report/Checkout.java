package dev.schemawatch.report;

import dev.schemawatch.finding.Location.InFile;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The checkout around the folder that is watched. Programs that read reports know paths from its top, while findings have
 * them from the watched folder.
 *
 * @param prefix the watched folder below the top: empty, or ending with {@code /}
 * @param anchor the file, from the watched folder, that stands for what is in no file, since code scanning and code quality
 *     refuse what has no place
 * @param files that were read, by path from the watched folder
 */
public record Checkout(String prefix, String anchor, Map<String, SourceFile> files) {
    public Checkout {
        Objects.requireNonNull(files);
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException("a prefix ends with a slash: " + prefix);
        }
        if (anchor.isEmpty()) {
            throw new IllegalArgumentException("an anchor has a name");
        }
    }

    /** A path from the top of the checkout. */
    String path(String fromWatchedFolder) {
        return prefix + fromWatchedFolder;
    }

    /** Where that span is; empty when the whole file is meant. */
    Optional<Region> region(InFile place) {
        return place.line() == 0 ? Optional.empty() : Optional.of(Region.of(place, text(place.path())));
    }

    private Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).flatMap(file -> switch (file.content()) {
            case Content.Text(String text, var _) -> Optional.of(text);
            case Content.Unreadable _ -> Optional.empty();
        });
    }
}
