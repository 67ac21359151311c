package dev.schemawatch.engine;

import dev.schemawatch.check.Orphan;
import dev.schemawatch.check.Reach;
import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Ledger;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.LedgerTable;
import dev.schemawatch.migration.LedgerTable.Part;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import dev.schemawatch.sql.SchemaEffect;
import dev.schemawatch.sql.SchemaEffect.Alteration;
import dev.schemawatch.sql.SqlName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What migrations made at a commit and make no more. Tables, columns and keys are followed through all statements, so a
 * migration may be renamed, rewritten, or put together with others; of enums and defaults only single statements are known,
 * and a new one of the same object passes for its successor.
 */
final class Retraction {
    private final Ledger before;
    private final Ledger after;
    private final Map<SchemaEffect, Location.InFile> lost;
    private final Reach written;

    /**
     * @param committed the migrations of the commit, in order
     * @param now the present ones, in order
     * @param written what they define anew
     */
    Retraction(List<Migration> committed, List<Migration> now, Reach written) {
        this.before = LedgerReader.read(committed);
        this.after = LedgerReader.read(now);
        this.lost = effects(committed);
        this.lost.keySet().removeAll(effects(now).keySet());
        this.written = written;
    }

    private static Map<SchemaEffect, Location.InFile> effects(List<Migration> migrations) {
        Map<SchemaEffect, Location.InFile> effects = new LinkedHashMap<>();
        migrations.forEach(migration -> migration
                .statements()
                .forEach(statement ->
                        statement.effects().forEach(effect -> effects.putIfAbsent(effect, statement.location()))));
        return effects;
    }

    /** What the schema expects of that, as it did at the commit. What it expects otherwise is another matter. */
    List<Orphan> orphans(DatabaseSchema expectedBefore, DatabaseSchema expectedNow) {
        if (written.anything()) {
            return List.of();
        }
        List<Orphan> orphans = new ArrayList<>();
        expectedNow
                .tables()
                .values()
                .forEach(table -> Optional.ofNullable(expectedBefore.tables().get(table.name()))
                        .ifPresent(old -> orphans.addAll(ofTable(old, table))));
        expectedNow.enums().values().stream()
                .filter(type -> type.equals(expectedBefore.enums().get(type.name())))
                .filter(type -> !written.reachesType(type.name()))
                .flatMap(this::ofEnum)
                .forEach(orphans::add);
        return orphans;
    }

    private List<Orphan> ofTable(Table old, Table table) {
        QualifiedName name = table.name();
        Optional<LedgerTable> made = find(before, name);
        Optional<LedgerTable> left = find(after, name);
        if (made.isEmpty() || made.equals(left)) {
            return ofDefaults(old, table).toList();
        }
        List<Orphan> columns = table.columns().stream()
                .filter(column -> old.columns().contains(column))
                .flatMap(column -> ofColumn(name, column, made.get(), left).stream())
                .toList();
        if (left.isEmpty() && columns.size() == table.columns().size()) {
            return List.of(
                    new Orphan(name, Optional.empty(), made.get().origin().location()));
        }
        Stream<Orphan> parts = keys(table)
                .filter(keys(old).toList()::contains)
                .flatMap(key -> made
                        .get()
                        .part(key)
                        .filter(_ -> left.flatMap(known -> known.part(key)).isEmpty())
                        .map(Part::origin)
                        .map(origin -> new Orphan(name, Optional.of(key), origin.location()))
                        .stream());
        return Stream.of(columns.stream(), parts, ofDefaults(old, table))
                .flatMap(found -> found)
                .toList();
    }

    private Optional<Orphan> ofColumn(
            QualifiedName table, Column column, LedgerTable made, Optional<LedgerTable> left) {
        Optional<LedgerTable.Column> now = left.flatMap(known -> known.column(column.name()));
        return made.column(column.name())
                .filter(known ->
                        now.map(other -> isUndone(table, column, known, other)).orElse(true))
                .map(known -> new Orphan(
                        table, Optional.of(column.name()), known.origin().location()));
    }

    private boolean isUndone(QualifiedName table, Column expected, LedgerTable.Column made, LedgerTable.Column left) {
        boolean nullable = made.required() != left.required() && left.required() == expected.nullable();
        return nullable || (!made.type().equals(left.type()) && !written.reachesTable(table, List.of()));
    }

    private static Stream<String> keys(Table table) {
        return Stream.of(
                        table.primaryKey().map(PrimaryKey::name).stream(),
                        table.indexes().stream().map(Index::name),
                        table.foreignKeys().stream().map(ForeignKey::name))
                .flatMap(names -> names);
    }

    private Stream<Orphan> ofDefaults(Table old, Table table) {
        if (written.reachesTable(table.name(), List.of())) {
            return Stream.empty();
        }
        return lost.entrySet().stream().flatMap(entry -> switch (entry.getKey()) {
            case SchemaEffect.AlterColumn(SqlName owner, String name, Alteration alteration)
            when alteration == Alteration.SET_DEFAULT && isOf(table.name(), owner) ->
                table
                        .column(name)
                        .filter(column -> !(column.defaultValue() instanceof DefaultValue.None))
                        .filter(old.columns()::contains)
                        .map(_ -> new Orphan(table.name(), Optional.of(name), entry.getValue()))
                        .stream();
            case SchemaEffect _ -> Stream.<Orphan>empty();
        });
    }

    private Stream<Orphan> ofEnum(EnumType type) {
        return lost.entrySet().stream()
                .filter(entry -> switch (entry.getKey()) {
                    case SchemaEffect.Create(var kind, var name, var _) ->
                        kind == SchemaEffect.Kind.TYPE && isOf(type.name(), name);
                    // So Prisma takes a value away: a new type gets the name of the old one.
                    case SchemaEffect.Rename(var kind, var _, var to) ->
                        kind == SchemaEffect.Kind.TYPE && isOf(type.name(), to);
                    case SchemaEffect.AddValue(var name, var value) ->
                        isOf(type.name(), name) && type.values().contains(value);
                    case SchemaEffect _ -> false;
                })
                .limit(1)
                .map(entry -> new Orphan(type.name(), Optional.empty(), entry.getValue()));
    }

    /** A statement that names no schema means the one of the connection. */
    private static Optional<LedgerTable> find(Ledger ledger, QualifiedName name) {
        return ledger.table(new SqlName(Optional.of(name.schema()), name.name()))
                .or(() -> ledger.table(new SqlName(Optional.empty(), name.name())));
    }

    private static boolean isOf(QualifiedName object, SqlName written) {
        return written.name().equals(object.name())
                && written.schema()
                        .filter(schema -> !schema.equals(object.schema()))
                        .isEmpty();
    }
}
