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
    private final FindingLog log;

    Declarations(List<PrismaAst> files, FindingLog log) {
        this.log = log;
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
        switch (block) {
            case ModelBlock model -> {
                if (isNew(model)) {
                    models.put(model.name().text(), model);
                }
            }
            case EnumBlock enumeration -> {
                if (isNew(enumeration)) {
                    enums.put(enumeration.name().text(), enumeration);
                    enumValues.put(
                            enumeration.name().text(),
                            enumeration.values().stream()
                                    .map(value -> value.name().text())
                                    .collect(Collectors.toSet()));
                }
            }
            case ConfigBlock config -> {
                switch (config.kind()) {
                    case DATASOURCE -> addDatasource(config);
                    case GENERATOR -> addGenerator(config);
                }
            }
        }
    }

    private boolean isNew(Block block) {
        String name = block.name().text();
        if (ScalarType.of(name).isPresent()) {
            duplicate(block, name + " is the name of a built-in type; choose another one");
            return false;
        }
        Optional<Block> first = model(name).map(Block.class::cast).or(() -> enumeration(name));
        first.ifPresent(known -> duplicate(
                block,
                name + " is already declared at " + known.name().location().display()
                        + "; remove or rename one of them"));
        return first.isEmpty();
    }

    private void addDatasource(ConfigBlock datasource) {
        if (!datasources.isEmpty()) {
            duplicate(
                    datasource,
                    "a schema has one datasource; the other one is at "
                            + datasources.getFirst().name().location().display());
        }
        datasources.add(datasource);
    }

    private void addGenerator(ConfigBlock generator) {
        ConfigBlock known = generators.putIfAbsent(generator.name().text(), generator);
        if (known != null) {
            duplicate(
                    generator,
                    "the generator " + generator.name().text() + " is already declared at "
                            + known.name().location().display() + "; remove or rename one of them");
        }
    }

    private void duplicate(Block block, String message) {
        log.add(SchemaRules.DUPLICATE, block.name().location(), block.name().text(), message);
    }
}
