package dev.schemawatch.replay;

import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlStatement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An extension that a migration installs.
 *
 * @param schema in which, in the catalog's spelling; empty where the statement leaves it to the session
 * @param place of the statement
 * @param guarded whether the statement does nothing where the extension is there already
 */
public record NeededExtension(String name, Optional<String> schema, Location.InFile place, boolean guarded) {
    private static final Pattern SCHEMA =
            Pattern.compile("\\bSCHEMA\\s+(\"(?:[^\"]|\"\")+\"|[\\w$]+)", Pattern.CASE_INSENSITIVE);

    public NeededExtension {
        Objects.requireNonNull(name);
        Objects.requireNonNull(schema);
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
                Stream.of(new NeededExtension(
                        create.name().name(), schema(statement.text()), statement.location(), create.ifNotExists()));
            case Command.DoBlock block ->
                block.statements().stream()
                        .flatMap(NeededExtension::of)
                        .map(inner -> new NeededExtension(inner.name, inner.schema, inner.place, true));
            default -> Stream.empty();
        };
    }

    private static Optional<String> schema(String sql) {
        Matcher matcher = SCHEMA.matcher(sql);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String word = matcher.group(1);
        return Optional.of(
                word.startsWith("\"")
                        ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
                        : word.toLowerCase(Locale.ROOT));
    }
}
