package dev.schemawatch.check;

import dev.schemawatch.finding.Location;
import dev.schemawatch.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the schema expects, as it did at the last commit, and that no migration makes any more.
 *
 * @param owner a table or enum
 * @param part the column, key or index of it; empty for the whole
 * @param maker the statement that made it, where the commit has it
 */
public record Orphan(QualifiedName owner, Optional<String> part, Location.InFile maker) {
    public Orphan {
        Objects.requireNonNull(owner);
        Objects.requireNonNull(part);
        Objects.requireNonNull(maker);
    }

    /** A table or enum, or a part of it as {@code table.column}. */
    public String name() {
        return part.map(name -> owner.name() + "." + name).orElse(owner.name());
    }
}
