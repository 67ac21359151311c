package dev.schemawatch.migration;

import dev.schemawatch.migration.SchemaEffect.Drop;
import dev.schemawatch.migration.SchemaEffect.DropKey;
import dev.schemawatch.migration.SchemaEffect.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what stands behind DROP: one statement can drop several objects. */
final class DropReader {
    private DropReader() {}

    static List<SchemaEffect> read(SqlCursor sql) {
        if (sql.accept("INDEX")) {
            sql.accept("CONCURRENTLY");
            return each(sql, name -> new DropKey(Optional.empty(), name.name()));
        }
        return ObjectKindReader.read(sql)
                .map(kind -> each(sql, name -> drop(kind, name)))
                .orElse(List.of());
    }

    private static SchemaEffect drop(Kind kind, SqlName name) {
        return new Drop(kind, name);
    }

    private static List<SchemaEffect> each(SqlCursor sql, Function<SqlName, SchemaEffect> effect) {
        sql.accept("IF", "EXISTS");
        return sql.pieces(',').stream()
                .flatMap(piece -> piece.name().stream())
                .map(effect)
                .toList();
    }
}
