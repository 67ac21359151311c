package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.PrismaAst;
import dev.schemawatch.prisma.PrismaAst.Block;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The blocks of all files of a schema, in their order, and by name: of two with one name the last one, as in Prisma. */
final class Declarations {
    private final List<Block> blocks;
    private final Map<String, Block> byName = new HashMap<>();

    Declarations(List<PrismaAst> files) {
        blocks = files.stream().flatMap(file -> file.blocks().stream()).toList();
        for (Block block : blocks) {
            if (!(block instanceof ConfigBlock)) {
                byName.put(block.name().text(), block);
            }
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Models and views. */
    List<ModelBlock> models() {
        return modelBlocks()
                .filter(block -> block.kind() != ModelBlock.Kind.TYPE)
                .toList();
    }

    /** Composite types. */
    List<ModelBlock> types() {
        return modelBlocks()
                .filter(block -> block.kind() == ModelBlock.Kind.TYPE)
                .toList();
    }

    List<EnumBlock> enums() {
        return blocks.stream()
                .filter(EnumBlock.class::isInstance)
                .map(EnumBlock.class::cast)
                .toList();
    }

    List<ConfigBlock> configs(ConfigBlock.Kind kind) {
        return blocks.stream()
                .filter(ConfigBlock.class::isInstance)
                .map(ConfigBlock.class::cast)
                .filter(block -> block.kind() == kind)
                .toList();
    }

    /** The model, view, composite type or enum of that name. */
    Optional<Block> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private Stream<ModelBlock> modelBlocks() {
        return blocks.stream().filter(ModelBlock.class::isInstance).map(ModelBlock.class::cast);
    }
}
