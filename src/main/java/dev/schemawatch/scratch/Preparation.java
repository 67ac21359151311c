package dev.schemawatch.scratch;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.NeededExtension;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Installs for a role that only owns the scratch database the extensions that only a superuser may install.
 *
 * @param superuser sessions with the scratch database; or of a role that some server lets install them
 * @param owner of the scratch database; needs no quotes
 */
record Preparation(Sessions superuser, String owner) {
    private static final String NOT_ALLOWED = "42501";

    /** The script that is left to run, in which everything stands where it stood. */
    String of(Migration migration) throws SQLException {
        StringBuilder script = new StringBuilder(migration.script());
        List<NeededExtension> needed = NeededExtension.of(migration);
        if (needed.isEmpty()) {
            return migration.script();
        }
        try (Connection connection = superuser.open()) {
            for (NeededExtension extension : needed) {
                if (Extensions.needsSuperuser(connection, extension.name()) && isInstalled(connection, extension)) {
                    if (!extension.guarded()) {
                        blank(script, extension.place());
                    }
                    extension
                            .schema()
                            .ifPresent(schema -> creating(schema, migration)
                                    .forEach(statement -> blank(script, statement.location())));
                }
            }
        }
        return script.toString();
    }

    /** What the role may not install either, the migration is told by PostgreSQL itself. */
    private boolean isInstalled(Connection connection, NeededExtension extension) throws SQLException {
        try {
            install(connection, extension);
            return true;
        } catch (SQLException e) {
            if (NOT_ALLOWED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private void install(Connection connection, NeededExtension extension) throws SQLException {
        String where = "";
        if (extension.schema().isPresent()) {
            String schema = SqlName.quote(extension.schema().get());
            Sessions.run(connection, "CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + owner);
            where = " SCHEMA " + schema;
        }
        Sessions.run(connection, "SET search_path = public");
        try {
            Sessions.run(
                    connection,
                    "CREATE EXTENSION IF NOT EXISTS " + SqlName.quote(extension.name()) + where + " CASCADE");
        } finally {
            Sessions.run(connection, "SET search_path = pg_catalog");
        }
    }

    /** The statements that would make a schema which the extension needed before. */
    private static Stream<SqlStatement> creating(String schema, Migration migration) {
        return migration.statements().stream()
                .filter(statement -> statement.command() instanceof Command.CreateObject create
                        && create.kind() == ObjectKind.SCHEMA
                        && create.name().name().equals(schema));
    }

    private static void blank(StringBuilder script, Location.InFile place) {
        Span span = Span.of(place);
        script.replace(span.from(), span.to(), " ".repeat(span.to() - span.from()));
    }
}
