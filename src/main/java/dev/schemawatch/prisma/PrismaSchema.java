package dev.schemawatch.prisma;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A schema with its names and relations resolved, all files together.
 *
 * @param datasource the first one, if there is any
 * @param models models and views, in order of the files and of declaration
 */
public record PrismaSchema(
        Optional<Datasource> datasource,
        List<Generator> generators,
        List<Model> models,
        List<PrismaEnum> enums,
        List<CompositeType> compositeTypes) {

    public PrismaSchema {
        Objects.requireNonNull(datasource);
        generators = List.copyOf(generators);
        models = List.copyOf(models);
        enums = List.copyOf(enums);
        compositeTypes = List.copyOf(compositeTypes);
    }

    /** The model or view of that name, if there is one. */
    public Optional<Model> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }
}
