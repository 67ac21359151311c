package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.CreateTable;
import dev.schemawatch.sql.Command.Invalid;
import dev.schemawatch.sql.Command.Other;
import dev.schemawatch.sql.Command.Persistence;
import dev.schemawatch.sql.Command.Transaction;
import dev.schemawatch.sql.Command.TransactionVerb;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which command a statement is: the table of contents of the readers beside it. */
final class CommandReader {
    /** The first words of statements of which nothing more has to be known (PostgreSQL 18 manual, "SQL Commands"). */
    private static final Set<String> OTHER_VERBS = Set.of(
            "ANALYZE",
            "ANALYSE",
            "CALL",
            "CHECKPOINT",
            "CLOSE",
            "COMMENT",
            "COPY",
            "DEALLOCATE",
            "DECLARE",
            "DISCARD",
            "EXECUTE",
            "EXPLAIN",
            "FETCH",
            "GRANT",
            "IMPORT",
            "LISTEN",
            "LOAD",
            "MERGE",
            "MOVE",
            "NOTIFY",
            "REASSIGN",
            "RESET",
            "REVOKE",
            "SECURITY",
            "SHOW",
            "TABLE",
            "UNLISTEN",
            "VALUES");

    /** What the statement behind the queries of WITH begins with. */
    private static final List<String> MAIN =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE");

    private final SqlCursor sql;

    CommandReader(SqlCursor sql) {
        this.sql = sql;
    }

    Command read() {
        return MalformedText.find(sql.left()).<Command>map(found -> found).orElseGet(this::command);
    }

    private Command command() {
        if (sql.isAt('(')) {
            return new Other("SELECT");
        }
        String verb = sql.keyword().orElse("");
        return switch (verb) {
            case "CREATE" -> new CreateReader(sql).read();
            case "ALTER" -> new AlterReader(sql).read();
            case "DROP" -> new DropReader(sql).read();
            case "SELECT" -> select();
            case "WITH" -> with();
            case "INSERT", "UPDATE", "DELETE", "TRUNCATE" -> new RowsReader(sql).read(verb);
            case "SET" -> SettingReader.read(sql);
            case "BEGIN", "START" -> new Transaction(TransactionVerb.BEGIN);
            case "COMMIT", "END" ->
                new Transaction(sql.isAt("PREPARED") ? TransactionVerb.WITHIN : TransactionVerb.COMMIT);
            case "ROLLBACK", "ABORT" ->
                new Transaction(
                        sql.isAt("PREPARED") || sql.holds("TO") ? TransactionVerb.WITHIN : TransactionVerb.ROLLBACK);
            case "SAVEPOINT", "RELEASE" -> new Transaction(TransactionVerb.WITHIN);
            case "PREPARE" -> sql.isAt("TRANSACTION") ? new Transaction(TransactionVerb.WITHIN) : new Other(verb);
            case "LOCK", "VACUUM", "CLUSTER", "REINDEX", "REFRESH" -> new MaintenanceReader(sql).read(verb);
            case "DO" -> new BlockReader(sql).read();
            default ->
                OTHER_VERBS.contains(verb)
                        ? new Other(verb)
                        : new Invalid(
                                "no statement of PostgreSQL begins so", "put a statement, or a comment, in its place");
        };
    }

    /** {@code WITH name AS (…), … INSERT INTO …}: what counts is the statement behind the queries. */
    private Command with() {
        Optional<Command> sweeping = Optional.empty();
        while (!sql.atEnd() && MAIN.stream().noneMatch(sql::isAt)) {
            Optional<SqlCursor> query = sql.parentheses();
            if (query.isPresent()) {
                sweeping = sweeping.or(() -> sweeping(query.get()));
            } else {
                sql.advance();
            }
        }
        return sweeping.orElseGet(() -> rows(sql.keyword()));
    }

    /** A query of WITH that deletes or changes every row: that counts for more than what is done with what it returns. */
    private static Optional<Command> sweeping(SqlCursor query) {
        if (!query.isAt("DELETE") && !query.isAt("UPDATE")) {
            return Optional.empty();
        }
        return switch (new RowsReader(query).read(query.keyword().orElse(""))) {
            case Command.Delete delete when !delete.hasWhere() -> Optional.of(delete);
            case Command.Update update when !update.hasWhere() -> Optional.of(update);
            case Command _ -> Optional.empty();
        };
    }

    /** {@code SELECT … INTO table} makes a table of what it finds. */
    private Command select() {
        if (!sql.skipTo("INTO")) {
            return new Other("SELECT");
        }
        sql.advance();
        Persistence persistence = sql.acceptAny("TEMP", "TEMPORARY")
                ? Persistence.TEMPORARY
                : sql.accept("UNLOGGED") ? Persistence.UNLOGGED : Persistence.PERMANENT;
        sql.accept("TABLE");
        return sql.name()
                .<Command>map(
                        name -> new CreateTable(name, false, persistence, List.of(), true, Optional.empty(), false))
                .orElse(new Other("SELECT"));
    }

    private Command rows(Optional<String> verb) {
        return switch (verb.orElse("")) {
            case "INSERT", "UPDATE", "DELETE" -> new RowsReader(sql).read(verb.orElse(""));
            case "MERGE" -> new Other("MERGE");
            default -> new Other("SELECT");
        };
    }
}
