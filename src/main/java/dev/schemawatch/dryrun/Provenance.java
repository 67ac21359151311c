package dev.schemawatch.dryrun;

import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.ObjectMakers;
import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Origin;
import dev.schemawatch.scratch.Makers.Made;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.SqlStatement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the objects of a scratch database are from: where they were made, or else where they were last written, as of what a copied
 * database held before.
 *
 * @param migrations of the repository
 * @param lastWritten the names of migrations
 */
record Provenance(List<Migration> migrations, ObjectMakers makers, Map<Made, String> lastWritten) {

    /** The place in a migration. */
    Optional<Location.InFile> of(SchemaObject object) {
        return makers.of(object)
                .map(Origin::location)
                .filter(place -> migrations.stream()
                        .anyMatch(migration -> migration.path().equals(place.path())))
                .or(() -> Optional.ofNullable(lastWritten.get(new Made(
                                object.kind().name(),
                                object.owner().schema(),
                                object.owner().name(),
                                object.member())))
                        .flatMap(name -> migrations.stream()
                                .filter(migration -> migration.name().equals(name))
                                .findFirst())
                        .map(migration -> place(migration, object)));
    }

    /**
     * The last statement that names it: one that alters what was there before. Else the only block of the script, whose effects
     * nobody can read; where there are several, the script.
     */
    private static Location.InFile place(Migration migration, SchemaObject object) {
        List<SqlStatement> blocks = migration.statements().stream()
                .filter(statement -> statement.command() instanceof Command.DoBlock)
                .toList();
        return migration.statements().reversed().stream()
                .filter(statement -> !blocks.contains(statement) && names(statement, object))
                .findFirst()
                .or(() -> blocks.stream().filter(_ -> blocks.size() == 1).findFirst())
                .map(SqlStatement::location)
                .orElseGet(() -> Location.InFile.whole(migration.path()));
    }

    private static boolean names(SqlStatement statement, SchemaObject object) {
        Set<String> names = statement.words().stream().map(Provenance::name).collect(Collectors.toSet());
        return names.contains(object.owner().name())
                && object.member().map(names::contains).orElse(true);
    }

    /** What a word names, if it names anything. PostgreSQL manual, 4.1.1: a name without quotes is in lower case. */
    private static String name(String word) {
        return word.length() > 1 && word.startsWith("\"")
                ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
                : word.toLowerCase(Locale.ROOT);
    }
}
