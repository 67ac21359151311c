package dev.schemawatch.scaffold;

import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import dev.schemawatch.prisma.PrismaSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A guess at how rows of tenants are kept apart: the field that most models have, if it has a name that says so.
 *
 * @param field its name
 * @param type its type, as most of these models write it
 * @param without the models that lack it, or have it with another type, sorted
 * @param models how many models there are
 */
record Tenancy(String field, String type, List<String> without, int models) {
    private static final List<String> NAMES = List.of(
            "tenantId",
            "organizationId",
            "organisationId",
            "orgId",
            "workspaceId",
            "accountId",
            "companyId",
            "tenant_id",
            "organization_id",
            "workspace_id");

    Tenancy {
        without = List.copyOf(without);
    }

    /** The field that more than half of the models have. */
    static Optional<Tenancy> of(PrismaSchema schema) {
        List<Model> models =
                schema.models().stream().filter(model -> !model.view()).toList();
        return NAMES.stream()
                .flatMap(name -> models.stream()
                        .flatMap(model -> model.field(name).stream())
                        .filter(Field::isColumn)
                        .map(Field::typeName)
                        .distinct()
                        .map(type -> of(models, name, type)))
                .filter(guess -> guess.without().size() * 2 < models.size())
                .min(Comparator.comparingInt(guess -> guess.without().size()));
    }

    private static Tenancy of(List<Model> models, String name, String type) {
        List<String> without = models.stream()
                .filter(model -> model.field(name)
                        .filter(field -> field.typeName().equals(type))
                        .isEmpty())
                .map(Model::name)
                .sorted()
                .toList();
        return new Tenancy(name, type, without, models.size());
    }
}
