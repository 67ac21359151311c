package dev.schemawatch.replay;

import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlStatement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A role that a migration makes.
 *
 * @param name in the catalog's spelling
 * @param statement that makes it
 * @param inBlock whether the statement is part of a DO block, which may look first whether the role is there
 */
public record NeededRole(String name, SqlStatement statement, boolean inBlock) {
    /** PostgreSQL manual, CREATE USER and CREATE GROUP: other names of CREATE ROLE. */
    private static final Set<ObjectKind> KINDS = Set.of(ObjectKind.ROLE, ObjectKind.USER, ObjectKind.GROUP);

    public NeededRole {
        Objects.requireNonNull(name);
        Objects.requireNonNull(statement);
    }

    /** Those of one migration, in order; not those whose statement is only put together when the migration runs. */
    public static List<NeededRole> of(Migration migration) {
        return migration.statements().stream()
                .flatMap(statement -> of(statement, false))
                .toList();
    }

    /** Where the statement is. */
    public Location.InFile place() {
        return statement.location();
    }

    private static Stream<NeededRole> of(SqlStatement statement, boolean inBlock) {
        return switch (statement.command()) {
            case Command.CreateObject create
            when KINDS.contains(create.kind()) ->
                Stream.of(new NeededRole(create.name().name(), statement, inBlock));
            case Command.DoBlock block -> block.statements().stream().flatMap(inner -> of(inner, true));
            default -> Stream.empty();
        };
    }
}
