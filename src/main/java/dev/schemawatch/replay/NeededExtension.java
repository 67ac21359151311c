package dev.schemawatch.replay;

import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlStatement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An extension that a migration installs.
 *
 * @param place of the statement
 * @param guarded whether the statement does nothing where the extension is there already
 */
public record NeededExtension(String name, Location.InFile place, boolean guarded) {
    public NeededExtension {
        Objects.requireNonNull(name);
        Objects.requireNonNull(place);
    }

    /** Those of one migration, in order; also those that a DO block installs. */
    public static List<NeededExtension> of(Migration migration) {
        return migration.statements().stream().flatMap(NeededExtension::of).toList();
    }

    private static Stream<NeededExtension> of(SqlStatement statement) {
        return switch (statement.command()) {
            case Command.CreateObject create
            when create.kind() == ObjectKind.EXTENSION ->
                Stream.of(new NeededExtension(create.name().name(), statement.location(), create.ifNotExists()));
            case Command.DoBlock block ->
                block.statements().stream()
                        .flatMap(NeededExtension::of)
                        .map(inner -> new NeededExtension(inner.name, inner.place, true));
            default -> Stream.empty();
        };
    }
}
