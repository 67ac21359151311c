package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Block;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The top-level names of a schema's files. Of two declarations with the same name the first one counts. */
final class Declarations {
    private final Map<String, ModelBlock> models = new LinkedHashMap<>();
    private final Map<String, EnumBlock> enums = new LinkedHashMap<>();
    private final Map<String, Set<String>> enumValues = new HashMap<>();
    private final Map<String, ConfigBlock> generators = new LinkedHashMap<>();
    private final List<ConfigBlock> datasources = new ArrayList<>();

    Declarations(List<PrismaAst> files) {
        for (PrismaAst file : files) {
            file.blocks().forEach(this::add);
        }
    }

    /** Models, views and composite types. */
    Collection<ModelBlock> models() {
        return models.values();
    }

    Collection<EnumBlock> enums() {
        return enums.values();
    }

    Collection<ConfigBlock> generators() {
        return generators.values();
    }

    Optional<ConfigBlock> datasource() {
        return datasources.stream().findFirst();
    }

    Optional<ModelBlock> model(String name) {
        return Optional.ofNullable(models.get(name));
    }

    Optional<EnumBlock> enumeration(String name) {
        return Optional.ofNullable(enums.get(name));
    }

    boolean hasValue(String enumeration, String value) {
        return enumValues.getOrDefault(enumeration, Set.of()).contains(value);
    }

    private void add(Block block) {
        String name = block.name().text();
        switch (block) {
            case ModelBlock model -> {
                if (isNew(name)) {
                    models.put(name, model);
                }
            }
            case EnumBlock enumeration -> {
                if (isNew(name)) {
                    enums.put(name, enumeration);
                    enumValues.put(
                            name,
                            enumeration.values().stream()
                                    .map(value -> value.name().text())
                                    .collect(Collectors.toSet()));
                }
            }
            case ConfigBlock config -> {
                switch (config.kind()) {
                    case DATASOURCE -> datasources.add(config);
                    case GENERATOR -> generators.putIfAbsent(name, config);
                }
            }
        }
    }

    private boolean isNew(String name) {
        return ScalarType.of(name).isEmpty() && !models.containsKey(name) && !enums.containsKey(name);
    }
}
