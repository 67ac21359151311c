package dev.schemawatch.check;

import dev.schemawatch.prisma.Model;
import dev.schemawatch.prisma.PrismaSchema;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How rows of different tenants are kept apart: the models of tenants carry a field that says whose a row is.
 *
 * @param field the field's name, for example {@code tenantId}
 * @param type the field's type as the schema writes it, for example {@code String}
 */
public record TenantRule(String field, String type, Models models) {
    public TenantRule {
        Objects.requireNonNull(field);
        Objects.requireNonNull(type);
        Objects.requireNonNull(models);
    }

    /** The models whose rows belong to tenants; no views, whose rows are those of models. */
    public Stream<Model> covered(PrismaSchema schema) {
        return schema.models().stream().filter(model -> !model.view() && covers(model.name()));
    }

    private boolean covers(String model) {
        return switch (models) {
            case Models.Named(Set<String> names) -> names.contains(model);
            case Models.AllExcept(Set<String> names) -> !names.contains(model);
        };
    }

    /** The models that the rule covers. */
    public sealed interface Models {
        /** Only these. */
        record Named(Set<String> names) implements Models {
            public Named {
                names = Set.copyOf(names);
            }
        }

        /** Every model but these. */
        record AllExcept(Set<String> names) implements Models {
            public AllExcept {
                names = Set.copyOf(names);
            }
        }
    }
}
