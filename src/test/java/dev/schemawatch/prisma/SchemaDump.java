package dev.schemawatch.prisma;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Formula;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A lowered schema as text that people can read and compare: one object per line, with its place in the schema file. */
final class SchemaDump {
    private final Lowered lowered;
    private final StringBuilder text = new StringBuilder();

    private SchemaDump(Lowered lowered) {
        this.lowered = lowered;
    }

    static String of(List<Finding> findings, Lowered lowered) {
        SchemaDump dump = new SchemaDump(lowered);
        findings.forEach(finding -> dump.line(
                finding.location().display() + " " + finding.severity().word() + " " + finding.rule() + " "
                        + finding.subject() + ": " + finding.message()));
        dump.database(lowered.expected());
        return dump.text.toString();
    }

    private void database(DatabaseSchema database) {
        database.namespaces().forEach(name -> line("namespace " + name + at(new QualifiedName("", name), "")));
        database.extensions()
                .values()
                .forEach(extension -> line("extension " + extension.name()
                        + extension.schema().map(schema -> " in " + schema).orElse("")
                        + extension
                                .version()
                                .map(version -> " version " + version)
                                .orElse("")
                        + at(new QualifiedName("", extension.name()), "")));
        database.enums()
                .values()
                .forEach(enumeration ->
                        line("enum " + enumeration.name() + " " + enumeration.values() + at(enumeration.name(), "")));
        database.views().forEach(view -> line("view " + view + at(view, "")));
        database.sequences().forEach(sequence -> line("sequence " + sequence + at(sequence, "")));
        database.tables().values().forEach(this::table);
    }

    private void table(Table table) {
        line("table " + table.name() + at(table.name(), ""));
        for (Column column : table.columns()) {
            line("  " + column.name() + " " + type(column) + (column.nullable() ? "" : " not null")
                    + defaultValue(column.defaultValue()) + at(table.name(), column.name()));
        }
        table.primaryKey()
                .ifPresent(key ->
                        line("  primary key " + key.name() + " " + key.columns() + at(table.name(), key.name())));
        for (Index index : table.indexes()) {
            line("  " + (index.unique() ? "unique " : "") + "index " + index.name() + " " + index.method() + " "
                    + index.keys().stream().map(SchemaDump::key).toList()
                    + index.predicate()
                            .map(predicate -> " where " + predicate.display())
                            .orElse("")
                    + at(table.name(), index.name()));
        }
        for (ForeignKey key : table.foreignKeys()) {
            line("  foreign key " + key.name() + " " + key.columns() + " to " + key.referencedTable() + " "
                    + key.referencedColumns() + " on delete " + key.onDelete() + " on update " + key.onUpdate()
                    + at(table.name(), key.name()));
        }
    }

    private static String type(Column column) {
        String schema = column.type().schema();
        return (schema.isEmpty() ? "" : schema + ".") + column.type().display();
    }

    private static String defaultValue(DefaultValue value) {
        return switch (value) {
            case DefaultValue.None() -> "";
            case DefaultValue.Expression(String sql) -> " default " + sql;
            case DefaultValue.Verbatim(String sql) -> " default " + sql;
            case DefaultValue.NextValue(QualifiedName sequence) -> " next of " + sequence;
            case DefaultValue.Identity(boolean always) -> " identity " + always;
            case DefaultValue.Generated(Formula formula) -> " generated " + formula.display();
            case DefaultValue.Unspecified() -> " some default";
        };
    }

    private static String key(Index.Key key) {
        return switch (key) {
            case Index.Key.OfColumn(String column, boolean descending, Optional<String> operatorClass) ->
                column + operatorClass.map(name -> " " + name).orElse("") + (descending ? " desc" : "");
            case Index.Key.OfExpression(Formula formula) -> formula.display();
        };
    }

    private String at(QualifiedName owner, String member) {
        Optional<Location.InFile> place =
                lowered.origins().of(owner, member.isEmpty() ? Optional.empty() : Optional.of(member));
        return place.map(location -> "  # " + location.display()).orElse("");
    }

    private void line(String line) {
        text.append(line.lines().collect(Collectors.joining("\\n"))).append('\n');
    }
}
