package dev.schemawatch.prisma;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.Extension;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns a schema into the PostgreSQL database that Prisma's migrations would make of it. The facts are those of Prisma 6.19
 * and 7.10, which agree but for partial indexes; what {@code @@ignore} hides from the client is in the database all the same.
 */
public final class SchemaLowering {
    private SchemaLowering() {}

    /**
     * Lowers a schema; parts that do not resolve are left out.
     *
     * @param prismaMajor 5, 6 or 7: the shape of implicit many-to-many tables changed with 6
     * @param defaultNamespace the namespace of what has no {@code @@schema}: the {@code schema} parameter of the URL
     */
    public static Lowered lower(PrismaSchema schema, int prismaMajor, String defaultNamespace) {
        Names names = new Names(schema, defaultNamespace);
        PostgresTypes types = new PostgresTypes(names);
        OriginsCollector origins = new OriginsCollector();
        boolean foreignKeys = schema.datasource().map(Datasource::foreignKeys).orElse(true);

        SortedMap<QualifiedName, Table> tables = new TreeMap<>();
        TableLowering tableLowering = new TableLowering(names, types, origins, foreignKeys);
        JoinTableLowering joinTables = new JoinTableLowering(names, types, origins, prismaMajor, foreignKeys);
        for (Model model : schema.models()) {
            if (!model.view()) {
                Table table = tableLowering.of(model);
                tables.putIfAbsent(table.name(), table);
                joinTables.of(model).forEach(join -> tables.putIfAbsent(join.name(), join));
            }
        }
        SortedMap<QualifiedName, EnumType> enums = enums(schema, names, origins);
        SortedSet<QualifiedName> views = views(schema, names, origins);
        SortedSet<String> namespaces = namespaces(schema, defaultNamespace, origins);
        tables.keySet().forEach(table -> namespaces.add(table.schema()));
        enums.keySet().forEach(enumeration -> namespaces.add(enumeration.schema()));
        views.forEach(view -> namespaces.add(view.schema()));
        DatabaseSchema expected = new DatabaseSchema(
                namespaces,
                tables,
                enums,
                views,
                sequences(tables, origins),
                extensions(schema, origins),
                // Without the preview feature Prisma 7.10 leaves partial indexes that it did not make alone.
                schema.previewFeatures().contains("partialIndexes"));
        return new Lowered(expected, origins.toOrigins());
    }

    private static SortedMap<QualifiedName, EnumType> enums(
            PrismaSchema schema, Names names, OriginsCollector origins) {
        SortedMap<QualifiedName, EnumType> enums = new TreeMap<>();
        for (PrismaEnum enumeration : schema.enums()) {
            QualifiedName name = names.enumeration(enumeration);
            origins.object(name, enumeration.location());
            List<String> labels = enumeration.values().stream()
                    .map(PrismaEnum.Value::databaseName)
                    .toList();
            enums.putIfAbsent(name, new EnumType(name, labels));
        }
        return enums;
    }

    private static SortedSet<QualifiedName> views(PrismaSchema schema, Names names, OriginsCollector origins) {
        SortedSet<QualifiedName> views = new TreeSet<>();
        for (Model model : schema.models()) {
            if (model.view()) {
                views.add(names.table(model));
                origins.object(names.table(model), model.location());
            }
        }
        return views;
    }

    private static SortedSet<String> namespaces(
            PrismaSchema schema, String defaultNamespace, OriginsCollector origins) {
        SortedSet<String> namespaces = new TreeSet<>();
        for (Datasource datasource : schema.datasource().stream().toList()) {
            namespaces.addAll(datasource.schemas());
            namespaces.forEach(name -> origins.object(new QualifiedName("", name), datasource.location()));
        }
        if (namespaces.isEmpty()) {
            namespaces.add(defaultNamespace);
        }
        return namespaces;
    }

    private static SortedSet<QualifiedName> sequences(
            SortedMap<QualifiedName, Table> tables, OriginsCollector origins) {
        SortedSet<QualifiedName> sequences = new TreeSet<>();
        for (Table table : tables.values()) {
            for (Column column : table.columns()) {
                if (column.defaultValue() instanceof DefaultValue.NextValue(QualifiedName sequence)) {
                    sequences.add(sequence);
                    origins.objectOf(sequence, table.name(), column.name());
                }
            }
        }
        return sequences;
    }

    private static SortedMap<String, Extension> extensions(PrismaSchema schema, OriginsCollector origins) {
        SortedMap<String, Extension> extensions = new TreeMap<>();
        for (Datasource datasource : schema.datasource().stream().toList()) {
            for (Datasource.RequiredExtension required : datasource.extensions()) {
                extensions.putIfAbsent(
                        required.databaseName(),
                        new Extension(required.databaseName(), required.schema(), required.version()));
                origins.object(new QualifiedName("", required.databaseName()), required.location());
            }
        }
        return extensions;
    }
}
