package dev.schemawatch.sql;

import dev.schemawatch.finding.Location;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import dev.schemawatch.sql.TableElement.Constraint;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import dev.schemawatch.sql.TableElement.Generation;
import dev.schemawatch.sql.TableElement.OtherElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one element of CREATE TABLE, or what stands behind ADD in ALTER TABLE. */
final class TableElementReader {
    private final SqlCursor sql;

    TableElementReader(SqlCursor sql) {
        this.sql = sql;
    }

    /** A column, a constraint of the table, or something else; empty where nothing stands. */
    Optional<TableElement> read() {
        if (sql.atEnd()) {
            return Optional.empty();
        }
        if (isConstraint()) {
            return Optional.of(constraint());
        }
        if (sql.isAt("LIKE")) {
            return Optional.of(new OtherElement(sql.location(sql.mark())));
        }
        return column().map(column -> column);
    }

    /** A column, with the constraints written behind its type; empty where no name comes. */
    Optional<ColumnDefinition> column() {
        int start = sql.mark();
        return sql.identifier().map(name -> column(name, start));
    }

    private ColumnDefinition column(String name, int start) {
        Location.InFile location = sql.location(start);
        int typeStart = sql.mark();
        SqlType type = TypeReader.read(sql);
        String writtenType = sql.textSince(typeStart);
        boolean notNull = false;
        Optional<SqlExpression> value = Optional.empty();
        Optional<Generation> generation = Optional.empty();
        List<Constraint> constraints = new ArrayList<>();
        Optional<String> constraintName = Optional.empty();
        while (!sql.atEnd()) {
            if (sql.accept("CONSTRAINT")) {
                constraintName = sql.identifier();
                continue;
            }
            Optional<ConstraintKind> kind = constraintKind();
            if (kind.isPresent()) {
                constraints.add(ofColumn(kind.get(), constraintName, name, location));
            } else if (sql.accept("NOT", "NULL")) {
                notNull = true;
            } else if (sql.accept("DEFAULT")) {
                value = Optional.of(ExpressionReader.ofDefault(sql));
            } else if (sql.accept("GENERATED")) {
                generation = Optional.of(generation());
            } else {
                sql.skip();
            }
            constraintName = Optional.empty();
        }
        return new ColumnDefinition(name, type, notNull, value, generation, constraints, writtenType, location);
    }

    /** {@code ALWAYS AS (…) STORED}, {@code BY DEFAULT AS IDENTITY} …; PostgreSQL 18 takes a formula for virtual. */
    private Generation generation() {
        sql.acceptAny("ALWAYS", "BY");
        sql.accept("DEFAULT");
        sql.accept("AS");
        if (sql.accept("IDENTITY")) {
            return Generation.IDENTITY;
        }
        sql.parentheses();
        return sql.accept("STORED") ? Generation.STORED : Generation.VIRTUAL;
    }

    private Constraint ofColumn(ConstraintKind kind, Optional<String> name, String column, Location.InFile location) {
        int start = sql.mark();
        Optional<SqlName> references = kind == ConstraintKind.FOREIGN_KEY ? sql.name() : Optional.empty();
        if (kind == ConstraintKind.CHECK || kind == ConstraintKind.FOREIGN_KEY) {
            sql.parentheses();
        }
        referentialActions();
        String written = sql.textSince(start);
        String definition = switch (kind) {
            case CHECK -> "CHECK " + written;
            case FOREIGN_KEY -> "FOREIGN KEY (" + SqlName.quote(column) + ") REFERENCES " + written;
            case PRIMARY_KEY, UNIQUE, EXCLUDE, NOT_NULL -> written;
        };
        boolean enforced = !sql.accept("NOT", "ENFORCED");
        return new Constraint(
                kind,
                name,
                List.of(column),
                references,
                Optional.empty(),
                false,
                false,
                enforced,
                definition,
                location);
    }

    /** {@code MATCH FULL}, {@code ON DELETE SET NULL} and their like. */
    private void referentialActions() {
        while (sql.isAt("MATCH") || sql.isAt("ON")) {
            boolean match = sql.accept("MATCH");
            if (!match) {
                sql.accept("ON");
                sql.advance();
                sql.acceptAny("SET", "NO");
            }
            sql.advance();
        }
    }

    private boolean isConstraint() {
        return sql.isAt("CONSTRAINT")
                || sql.isAt("PRIMARY", "KEY")
                || sql.isAt("UNIQUE")
                || sql.isAt("FOREIGN", "KEY")
                || sql.isAt("CHECK")
                || sql.isAt("EXCLUDE")
                || sql.isAt("NOT", "NULL");
    }

    private Constraint constraint() {
        int start = sql.mark();
        Location.InFile location = sql.location(start);
        Optional<String> name = sql.accept("CONSTRAINT") ? sql.identifier() : Optional.empty();
        int definition = sql.mark();
        ConstraintKind kind = sql.accept("FOREIGN", "KEY")
                ? ConstraintKind.FOREIGN_KEY
                : constraintKind().orElseGet(() -> {
                    sql.accept("NOT", "NULL");
                    return ConstraintKind.NOT_NULL;
                });
        Optional<String> index = Optional.empty();
        List<String> columns = List.of();
        Optional<SqlName> references = Optional.empty();
        boolean notValid = false;
        boolean enforced = true;
        if (kind == ConstraintKind.NOT_NULL) {
            columns = sql.identifier().stream().toList();
        }
        int end = sql.mark();
        boolean keyed = false;
        boolean withoutOverlaps = false;
        while (!sql.atEnd()) {
            if (sql.accept("USING", "INDEX")) {
                index = sql.identifier();
            } else if (sql.accept("NOT", "VALID")) {
                notValid = true;
                continue;
            } else if (sql.accept("NOT", "ENFORCED")) {
                enforced = false;
                continue;
            } else if (sql.accept("REFERENCES")) {
                references = sql.name();
            } else if (sql.isAt('(') && !keyed && kind != ConstraintKind.CHECK) {
                List<SqlCursor> keys = sql.listInParentheses();
                withoutOverlaps = keys.stream().anyMatch(key -> key.holds("WITHOUT", "OVERLAPS"));
                columns = kind == ConstraintKind.FOREIGN_KEY
                        ? ColumnListReader.ofForeignKey(keys)
                        : ColumnListReader.read(keys);
                keyed = true;
            } else {
                sql.skip();
            }
            end = sql.mark();
        }
        return new Constraint(
                kind,
                name,
                columns,
                references,
                index,
                notValid,
                withoutOverlaps,
                enforced,
                sql.part(definition, end).rest(),
                location);
    }

    private Optional<ConstraintKind> constraintKind() {
        if (sql.accept("PRIMARY", "KEY")) {
            return Optional.of(ConstraintKind.PRIMARY_KEY);
        }
        if (sql.accept("UNIQUE")) {
            return Optional.of(ConstraintKind.UNIQUE);
        }
        if (sql.accept("REFERENCES")) {
            return Optional.of(ConstraintKind.FOREIGN_KEY);
        }
        if (sql.accept("CHECK")) {
            return Optional.of(ConstraintKind.CHECK);
        }
        return sql.accept("EXCLUDE") ? Optional.of(ConstraintKind.EXCLUDE) : Optional.empty();
    }
}
