package dev.schemawatch.prisma;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A schema with its names and relations resolved, all files together.
 *
 * @param datasource the first one, if there is any
 * @param previewFeatures those that generators switch on
 * @param generatorVariables what generators read from the environment
 * @param models models and views, in order of the files and of declaration
 * @param compositeTypes their names; only MongoDB has them
 */
public record PrismaSchema(
        Optional<Datasource> datasource,
        Set<String> previewFeatures,
        List<GeneratorVariable> generatorVariables,
        List<Model> models,
        List<PrismaEnum> enums,
        Set<String> compositeTypes) {

    public PrismaSchema {
        Objects.requireNonNull(datasource);
        previewFeatures = Set.copyOf(previewFeatures);
        generatorVariables = List.copyOf(generatorVariables);
        models = List.copyOf(models);
        enums = List.copyOf(enums);
        compositeTypes = Set.copyOf(compositeTypes);
    }

    /** The model or view of that name, if there is one. */
    public Optional<Model> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }
}
