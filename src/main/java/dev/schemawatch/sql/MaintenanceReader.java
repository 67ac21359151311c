package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.Cluster;
import dev.schemawatch.sql.Command.LockTables;
import dev.schemawatch.sql.Command.Other;
import dev.schemawatch.sql.Command.RefreshView;
import dev.schemawatch.sql.Command.Reindex;
import dev.schemawatch.sql.Command.Vacuum;
import java.util.List;
import java.util.Optional;

/** Reads LOCK, VACUUM, CLUSTER, REINDEX and REFRESH MATERIALIZED VIEW. */
final class MaintenanceReader {
    private final SqlCursor sql;

    MaintenanceReader(SqlCursor sql) {
        this.sql = sql;
    }

    Command read(String verb) {
        return switch (verb) {
            case "LOCK" -> lock();
            case "VACUUM" -> vacuum();
            case "CLUSTER" -> cluster();
            case "REINDEX" -> reindex();
            default -> refresh();
        };
    }

    private Command lock() {
        sql.accept("TABLE");
        sql.accept("ONLY");
        return new LockTables(sql.names());
    }

    private Command vacuum() {
        boolean full = option("FULL");
        sql.accept("FULL");
        sql.accept("FREEZE");
        sql.accept("VERBOSE");
        sql.acceptAny("ANALYZE", "ANALYSE");
        return new Vacuum(full, sql.names());
    }

    private Command cluster() {
        option("VERBOSE");
        sql.accept("VERBOSE");
        return new Cluster(sql.name());
    }

    private Command reindex() {
        boolean concurrently = option("CONCURRENTLY");
        Optional<ObjectKind> target =
                sql.accept("SYSTEM") ? Optional.of(ObjectKind.SYSTEM) : ObjectKindReader.read(sql);
        concurrently |= sql.accept("CONCURRENTLY");
        boolean inParallel = concurrently;
        return target.<Command>map(kind -> new Reindex(kind, sql.name(), inParallel))
                .orElse(new Other("REINDEX"));
    }

    private Command refresh() {
        sql.accept("MATERIALIZED", "VIEW");
        boolean concurrently = sql.accept("CONCURRENTLY");
        return sql.name()
                .<Command>map(name -> new RefreshView(name, concurrently))
                .orElse(new Other("REFRESH"));
    }

    /** Whether that word is among the options in parentheses, which are passed over, or comes next without them. */
    private boolean option(String word) {
        List<SqlCursor> options = sql.listInParentheses();
        return sql.isAt(word) || options.stream().anyMatch(each -> each.accept(word) && !isOff(each));
    }

    private static boolean isOff(SqlCursor value) {
        return value.isAt("FALSE") || value.isAt("OFF");
    }
}
