package dev.schemawatch.dryrun;

import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Ledger;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.LedgerTable;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Origin;
import dev.schemawatch.scratch.Makers.Made;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlStatement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the objects of a scratch database are from: by the scripts, where these say it; else by the catalog.
 *
 * @param said what the scripts say
 * @param seen the names of migrations
 */
record Provenance(List<Migration> migrations, Ledger said, Map<Made, String> seen) {

    static Provenance of(List<Migration> migrations, Map<Made, String> seen) {
        return new Provenance(migrations, LedgerReader.read(migrations), seen);
    }

    /** The place in a migration. */
    Optional<Location.InFile> of(SchemaObject object) {
        return said(object)
                .map(Origin::location)
                .or(() -> Optional.ofNullable(seen.get(new Made(
                                object.kind().name(),
                                object.owner().schema(),
                                object.owner().name(),
                                object.member())))
                        .flatMap(name -> migrations.stream()
                                .filter(migration -> migration.name().equals(name))
                                .findFirst())
                        .map(migration -> place(migration, object)));
    }

    private Optional<Origin> said(SchemaObject object) {
        Optional<LedgerTable> table = said.table(
                new SqlName(Optional.of(object.owner().schema()), object.owner().name()));
        return switch (object.kind()) {
            case TABLE -> table.map(LedgerTable::origin);
            case COLUMN ->
                table.flatMap(owner -> object.member().flatMap(owner::column)).map(LedgerTable.Column::origin);
            case PRIMARY_KEY, INDEX, FOREIGN_KEY ->
                table.flatMap(owner -> object.member().flatMap(owner::part)).map(LedgerTable.Part::origin);
            case NAMESPACE, EXTENSION, ENUM, VIEW, SEQUENCE -> Optional.empty();
        };
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
