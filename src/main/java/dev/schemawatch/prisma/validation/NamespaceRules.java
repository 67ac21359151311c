package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Configuration.Namespaces;
import dev.schemawatch.prisma.validation.Definitions.EnumDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In which database schema tables and enums live, and that no two of them have one name there. */
final class NamespaceRules {
    private final Context context;

    NamespaceRules(Context context) {
        this.context = context;
    }

    void check() {
        for (ModelDefinition model : context.definitions().models()) {
            namespace(model.namespace(), model.location(), model.name());
        }
        for (EnumDefinition enumeration : context.definitions().enums()) {
            namespace(enumeration.namespace(), enumeration.location(), enumeration.name());
        }
        tablesHaveNamesOfTheirOwn();
        enumsHaveNamesOfTheirOwn();
    }

    private void namespace(Optional<Expression.Text> written, Location.InFile declaration, String subject) {
        Optional<Namespaces> declared = context.configuration().namespaces();
        if (written.isPresent() && !context.can(Provider.Ability.NAMESPACES)) {
            context.unsupported(
                    SchemaRules.NAMESPACE, written.get().location(), subject, "@@schema", "remove the attribute");
        } else if (context.provider() == Provider.OTHER || !context.can(Provider.Ability.NAMESPACES)) {
            return;
        } else if (written.isPresent()) {
            isDeclared(written.get(), declared, subject);
        } else if (declared.isPresent()) {
            context.report(
                    SchemaRules.NAMESPACE,
                    declaration,
                    subject,
                    subject + " is in no database schema, and the datasource lists several; add @@schema(\""
                            + declared.get().names().getFirst() + "\")");
        }
    }

    private void isDeclared(Expression.Text written, Optional<Namespaces> declared, String subject) {
        List<String> names = declared.map(Namespaces::names).orElse(List.of());
        if (!names.contains(written.value())) {
            context.report(
                    SchemaRules.NAMESPACE,
                    written.location(),
                    subject,
                    "the datasource does not list the database schema " + written.value() + "; write schemas = [\""
                            + written.value() + "\", …] there");
        }
    }

    private record Table(Optional<String> namespace, String name) {}

    /** The fault is marked at the {@code @@map} of one of the two; without any they would have one name in the schema too. */
    private void tablesHaveNamesOfTheirOwn() {
        Map<Table, ModelDefinition> byName = new HashMap<>();
        for (ModelDefinition model : context.definitions().models()) {
            ModelDefinition first = byName.put(new Table(model.namespaceName(), model.databaseName()), model);
            if (first != null) {
                ModelDefinition mapped = model.mappedName().isPresent() ? model : first;
                ModelDefinition other = mapped == model ? first : model;
                context.report(
                        SchemaRules.DUPLICATE,
                        mapAttribute(mapped),
                        mapped.name(),
                        other.name() + " has the table " + model.databaseName()
                                + " already; map one of them elsewhere");
            }
        }
    }

    private static Location.InFile mapAttribute(ModelDefinition model) {
        return model.block().attribute("map").map(Attribute::location).orElse(model.location());
    }

    private void enumsHaveNamesOfTheirOwn() {
        Set<Table> names = new HashSet<>();
        for (EnumDefinition enumeration : context.definitions().enums()) {
            Table name = new Table(enumeration.namespace().map(Expression.Text::value), enumeration.databaseName());
            if (!names.add(name)) {
                context.report(
                        SchemaRules.DUPLICATE,
                        enumeration.location(),
                        enumeration.name(),
                        "another enum has the name " + enumeration.databaseName()
                                + " in the database already; map one of them elsewhere");
            }
        }
    }
}
